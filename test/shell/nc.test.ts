import { describe, expect, it } from 'vitest';
import { Console } from '../support/console';

const PROMPT = 'you@ws1:~$ ';
const BANNER = '220 mx1.campus.example ESMTP Postfix (Debian/GNU)\n';

const sent = (console: Console) =>
  console
    .events('net.bytes')
    .flatMap(({ side, bytes }) => (side === 'client' ? bytes : []))
    .join('');

describe('nc', () => {
  it.each([
    ['nc mx1 25', 'NOOP\n'],
    ['nc -C mx1 25', 'NOOP\r\n'],
  ])('%s sends a typed line', (line, octets) => {
    const console = new Console();
    console.run(line, 'NOOP');
    expect(sent(console)).toBe(octets);
    expect(console.screen).toContain(`${BANNER}NOOP\n`);
  });

  it.each([
    [String.raw`printf 'NOOP\nQUIT\n' | nc -C mx1 25`, 'NOOP\r\nQUIT\r\n'],
    [String.raw`printf 'NOOP\r\nQUIT\n' | nc -C mx1 25`, 'NOOP\r\nQUIT\r\n'],
    [String.raw`printf 'NOOP\r\nQUIT\r\n' | nc mx1 25`, 'NOOP\r\nQUIT\r\n'],
    [String.raw`printf 'QUIT\n\n' | nc -C mx1 25`, 'QUIT\r\n\r\n'],
    ['echo QUIT > q; nc -C mx1 25 < q', 'QUIT\r\n'],
  ])('%s', (line, octets) => {
    const console = new Console();
    const text = console.run(line);
    expect(sent(console)).toBe(octets);
    expect(text).toContain(BANNER);
    expect(text.endsWith(`221 2.0.0 Bye\n${PROMPT}`)).toBe(true);
  });

  it('leaves LF alone without -C', () => {
    const console = new Console();
    console.run(String.raw`printf 'NOOP\nQUIT\n' | nc mx1 25`);
    expect(sent(console)).toBe('NOOP\nQUIT\n');
  });

  it('hands what it hears to the next stage', () => {
    expect(new Console().run(String.raw`printf 'QUIT\r\n' | nc mx1 25 | cat -A`)).toContain('Postfix (Debian/GNU)^M$\n221 2.0.0 Bye^M$\n');
  });

  it('knows a CR from the piece before', () => {
    const console = new Console();
    console.run('nc -C mx1 25');
    console.keys('NOOP\x16\r\x04\r').rest();
    expect(sent(console)).toBe('NOOP\r\n');
  });

  it('stays after the end of its input until the server closes, and half-closes with -N', () => {
    const waiting = new Console();
    waiting.run(String.raw`printf 'NOOP\r\n' | nc mx1 25`);
    expect(waiting.terminal.job).not.toBeNull();
    expect(waiting.keys('\x03').look()).toBe(`^C\n${PROMPT}`);
    const closing = new Console();
    expect(closing.run(String.raw`printf 'NOOP\r\n' | nc -N mx1 25`).endsWith(PROMPT)).toBe(true);
    const typed = new Console();
    typed.run('nc -N mx1 25');
    typed.keys('\x04').rest();
    expect(typed.terminal.job).toBeNull();
  });

  it('gives up with -w', () => {
    const console = new Console();
    console.run('nc -w 3 mx1 25');
    expect(console.terminal.job).toBeNull();
    const silent = new Console();
    silent.keys('nc -v -w 5 quiet 25; echo $?\r').wait(5_100);
    expect(silent.look()).toContain('nc: connect to quiet (192.0.2.40) port 25 (tcp) timed out: Operation now in progress\n1\n');
  });

  it.each([
    ['nc -vz mx1 25; echo $?', 'Connection to mx1 (192.0.2.25) 25 port [tcp/smtp] succeeded!\n0\n'],
    ['nc -vz 192.0.2.25 smtp', 'Connection to 192.0.2.25 25 port [tcp/smtp] succeeded!\n'],
    ['nc -z mx1 587; echo $?', '1\n'],
    ['nc -vz mx1 587', 'nc: connect to mx1 (192.0.2.25) port 587 (tcp) failed: Connection refused\n'],
    ['nc -v empty 25', 'nc: connect to empty (192.0.2.200) port 25 (tcp) failed: No route to host\n'],
    [
      'nc -vz two 25',
      'nc: connect to two (192.0.2.31) port 25 (tcp) failed: Connection refused\nConnection to two (192.0.2.25) 25 port [tcp/smtp] succeeded!\n',
    ],
    ['nc nosuch 25', 'nc: getaddrinfo for host "nosuch" port 25: Name or service not known\n'],
    ['nc mx1', 'nc: missing port number\n'],
    ['nc mx1 99999', 'nc: port number too large: 99999\n'],
    ['nc mx1 mial', 'nc: port number invalid: mial\n'],
    ['nc -w x mx1 25', 'nc: timeout invalid: x\n'],
    ['nc -Q mx1 25', "nc: invalid option -- 'Q'\nusage: nc [-46CNnvz] [-w timeout] destination port\n"],
    ['nc', 'usage: nc [-46CNnvz] [-w timeout] destination port\n'],
  ])('%s', (line, text) => {
    expect(new Console().run(line)).toBe(`${line}\n${text}${PROMPT}`);
  });
});
