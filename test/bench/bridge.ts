// Letters through real sockets: the bridge against nodemailer's smtp-server, each in a process of its own, under the same load
// from this one. A server that reads a letter and drops it is the least that SMTP costs in Node.

import { spawn, type ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { line, type Figure } from './figures';

const LETTERS = 4_000;
const CONNECTIONS = 20;
const ROUNDS = 5;
const CONTENT = 'Subject: bench\r\n\r\n' + 'A line of an ordinary letter.\r\n'.repeat(100) + '.\r\n';
/** What is said for one letter; the client waits for a reply after each. */
const STEPS = ['MAIL FROM:<bram@partner.example>\r\n', 'RCPT TO:<ada@campus.example>\r\n', 'DATA\r\n', CONTENT];

/** Sends letters over one connection. */
function deliver(port: number, letters: number): Promise<void> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true).setEncoding('latin1');
    let heard = '';
    let step = -2;
    const next = () => {
      step++;
      if (step === letters * STEPS.length) socket.end('QUIT\r\n');
      else if (step >= 0) socket.write(STEPS[step % STEPS.length]!);
      else socket.write('EHLO ws1.campus.example\r\n');
    };
    socket.on('data', (text: string) => {
      heard += text;
      for (let end = /^\d{3} .*\r\n/m.exec(heard); end; end = /^\d{3} .*\r\n/m.exec(heard)) {
        if (!/^[23]/.test(end[0])) return failed(new Error(`the server said ${end[0]}`));
        heard = heard.slice(end.index + end[0].length);
        if (step < letters * STEPS.length) next();
      }
    });
    socket.on('error', failed);
    socket.on('close', () => done());
  });
}

/** Milliseconds for all letters, over many connections at once. */
async function load(port: number): Promise<number> {
  const began = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, () => deliver(port, LETTERS / CONNECTIONS)));
  return performance.now() - began;
}

/** Starts a server that prints its port as a line of its own. */
function start(name: string): Promise<{ port: number; child: ChildProcess }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'bridge-servers.ts'), name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((started) => child.stdout.once('data', (text) => started({ port: Number(String(text)), child })));
}

/** Time of the bridge in times of smtp-server, the best of some rounds each, in turn. */
export async function bridgeFigure(): Promise<Figure> {
  const [ours, theirs] = [await start('bridge'), await start('smtp-server')];
  try {
    const best = { ours: Infinity, theirs: Infinity };
    for (let round = 0; round < ROUNDS; round++) {
      best.ours = Math.min(best.ours, await load(ours.port));
      best.theirs = Math.min(best.theirs, await load(theirs.port));
    }
    const rate = (milliseconds: number) => Math.round((1000 * LETTERS) / milliseconds);
    const detail = `${rate(best.ours)} letters/s, smtp-server ${rate(best.theirs)}`;
    return line('bridge: time a letter, in times of smtp-server', best.ours / best.theirs, 1, detail);
  } finally {
    for (const { child } of [ours, theirs]) child.kill();
  }
}
