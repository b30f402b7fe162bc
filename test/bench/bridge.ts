// Letters through real sockets: the bridge against nodemailer's smtp-server, each in a process of its own, under the same load
// from this one. Both keep the letters in memory.

import { spawn, type ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { line, type Figure } from './figures';

const CONNECTIONS = 20;
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

/** Milliseconds for all letters, over many connections at once, each of which carries so many. */
async function load(port: number, letters: number, each: number): Promise<number> {
  const began = performance.now();
  let left = letters / each;
  const one = async () => {
    while (left-- > 0) await deliver(port, each);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return performance.now() - began;
}

/** Starts a server that prints its port as a line of its own. */
function start(name: string): Promise<{ port: number; child: ChildProcess }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'bridge-servers.ts'), name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((started) => child.stdout.once('data', (text) => started({ port: Number(String(text)), child })));
}

/**
 * Time of the bridge in times of smtp-server, the best of some rounds each, in turn. With connections that are kept, what is
 * left is the work for a letter, and there the bridge has more to do: it traces each exchange and delivers. With a connection
 * for each letter, as most programs send, smtp-server waits 100 ms for clients that speak first, and the bridge does not.
 */
export async function bridgeFigures(): Promise<Figure[]> {
  const [ours, theirs] = [await start('bridge'), await start('smtp-server')];
  const compared = async (name: string, letters: number, each: number, rounds: number) => {
    const best = { ours: Infinity, theirs: Infinity };
    for (let round = 0; round < rounds; round++) {
      best.ours = Math.min(best.ours, await load(ours.port, letters, each));
      best.theirs = Math.min(best.theirs, await load(theirs.port, letters, each));
    }
    const rate = (milliseconds: number) => Math.round((1000 * letters) / milliseconds);
    return line(
      `bridge: ${name}, in times of smtp-server`,
      best.ours / best.theirs,
      1,
      `${rate(best.ours)} letters/s, theirs ${rate(best.theirs)}`,
    );
  };
  try {
    return [
      await compared('time a letter, a connection for each', 400, 1, 2),
      await compared('time a letter, 200 on each connection', 4_000, 200, 5),
    ];
  } finally {
    for (const { child } of [ours, theirs]) child.kill();
  }
}
