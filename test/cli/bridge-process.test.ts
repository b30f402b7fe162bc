// `sim bridge` as a process: the line it prints, its signals and its exit codes.

import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { Facts } from '../../src/cli/bridge';
import { bridge as serveBridge } from '../../src/cli/bridge-command';
import { portOf, RawClient } from '../support/bridge';

const running: ChildProcess[] = [];
afterEach(() => running.splice(0).forEach((child) => child.kill('SIGKILL')));

interface Run {
  child: ChildProcess;
  /** The first line of output. */
  line: Promise<string>;
  ended: Promise<{ code: number | null; output: string; complaint: string }>;
}

function bridge(...args: string[]): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'bridge', ...args]);
  running.push(child);
  let [output, complaint] = ['', ''];
  child.stderr.on('data', (text) => (complaint += String(text)));
  const line = new Promise<string>((told) => {
    child.stdout.on('data', (text) => {
      output += String(text);
      if (output.includes('\n')) told(output.slice(0, output.indexOf('\n')));
    });
  });
  const ended = new Promise<{ code: number | null; output: string; complaint: string }>((done) => {
    child.on('close', (code) => done({ code, output, complaint }));
  });
  return { child, line, ended };
}

it('prints one line of JSON, starts afresh on SIGHUP and ends well on SIGTERM', async () => {
  const { child, line, ended } = bridge('sandbox', '--port-base', '0', '--speed', '2.5');
  const facts = JSON.parse(await line) as Facts;
  expect(Object.keys(facts)).toEqual(['listeners', 'dns', 'accounts']);
  expect(facts.listeners[0]).toEqual({ host: 'mx1.campus.example', service: 'smtp', port: 25, listen: expect.any(Number), tls: 'none' });
  expect(facts.dns).toEqual({ udp: facts.dns?.tcp, tcp: expect.any(Number) });
  const before = new RawClient(portOf({ facts }, 'smtp'));
  await before.hear(/^220 mx1\.campus\.example/);
  child.kill('SIGHUP');
  // Whoever comes after the signal is not dropped by it.
  const after = new RawClient(portOf({ facts }, 'smtp'));
  await before.gone();
  await after.hear(/^220 mx1\.campus\.example/);
  await after.say('NOOP\r\n').hear(/^250/m);
  child.kill('SIGTERM');
  const { code, output, complaint } = await ended;
  expect({ code, lines: output.split('\n').length }).toEqual({ code: 0, lines: 2 });
  expect(complaint).toMatch(/^Listening\. kill -HUP \d+ [^\n]*\n$/);
  await after.gone();
}, 30_000);

it('ends well on SIGINT', async () => {
  const { child, line, ended } = bridge('01', '--port-base', '0');
  await line;
  child.kill('SIGINT');
  expect((await ended).code).toBe(0);
}, 30_000);

it('with a port that is taken ends with a sentence and 2', async () => {
  const taken: Server = createServer();
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
  const { port } = taken.address() as { port: number };
  const { code, output, complaint } = await bridge('sandbox', '--port-base', String(port)).ended;
  taken.close();
  expect({ code, output }).toEqual({ code: 2, output: '' });
  expect(complaint).toBe(`Port ${port} on 127.0.0.1, for mx1.campus.example port 25, is taken; choose others with --port-base.\n`);
}, 30_000);

it.each([
  [['nowhere'], /^There is no lesson "nowhere"/],
  [[], /^Say which lesson’s world to open/],
  [['sandbox', '--port-base', '65536'], /^A port is a number up to 65535/],
  [['sandbox', '--port-base', '65530'], /^From 65530 on there are not enough ports/],
  [['sandbox', '--speed', '0'], /^A speed is a number above 0/],
  [['sandbox', '--host', 'all'], /^Unknown option '--host'/],
])('%j is refused with one sentence', async (args, sentence) => {
  await expect(serveBridge(args)).rejects.toThrow(sentence);
});
