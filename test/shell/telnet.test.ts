import { describe, expect, it } from 'vitest';
import { Console } from '../support/console';

const GREETING = `Trying 192.0.2.25...
Connected to mx1.campus.example.
Escape character is '^]'.
220 mx1.campus.example ESMTP Postfix (Debian/GNU)
`;
const BACK = `Connection closed by foreign host.
you@ws1:~$ `;

/** A conversation that has begun; what came so far has been looked at. */
function connected(): Console {
  const console = new Console();
  console.run('telnet mx1.campus.example 25');
  return console;
}

/** Octets that the client put on the wire. */
const sent = (console: Console) => console.events('net.bytes').flatMap(({ side, bytes }) => (side === 'client' ? bytes : [])).join(''); // prettier-ignore

describe('telnet', () => {
  it('shows a conversation as a real terminal does', () => {
    const console = new Console();
    expect(console.run('telnet mx1.campus.example 25', 'NOOP', 'QUIT')).toBe(
      `telnet mx1.campus.example 25\n${GREETING}NOOP\n250 2.0.0 Ok\nQUIT\n221 2.0.0 Bye\n${BACK}`,
    );
    expect(sent(console)).toBe('NOOP\r\nQUIT\r\n');
    expect(console.events('shell.exit')).toMatchObject([{ name: 'telnet', status: 1 }]);
  });

  it.each([
    ['telnet mx1.campus.example smtp', GREETING],
    ['telnet mx1.campus.example', 'Trying 192.0.2.25...\ntelnet: Unable to connect to remote host: Connection refused\nyou@ws1:~$ '],
    ['telnet nosuch 25', 'telnet: could not resolve nosuch/25: Name or service not known\nyou@ws1:~$ '],
    ['telnet campus.example 25', 'telnet: could not resolve campus.example/25: No address associated with hostname\nyou@ws1:~$ '],
    ['telnet mx1 mial', 'telnet: could not resolve mx1/mial: Servname not supported for ai_socktype\nyou@ws1:~$ '],
    ['telnet mx1 99999', 'telnet: could not resolve mx1/99999: Servname not supported for ai_socktype\nyou@ws1:~$ '],
    ['telnet a b c', 'Usage: telnet [-4] [-6] [host-name [port]]\nyou@ws1:~$ '],
    ['telnet empty 25', 'Trying 192.0.2.200...\ntelnet: Unable to connect to remote host: No route to host\nyou@ws1:~$ '],
  ])('%s', (line, text) => {
    expect(new Console().run(line)).toBe(`${line}\n${text}`);
  });

  it('tries one address after the other', () => {
    const text = new Console().run('telnet two 25');
    expect(text).toContain('Trying 192.0.2.31...\ntelnet: connect to address 192.0.2.31: Connection refused\nTrying 192.0.2.25...\n');
    expect(text).toContain('Connected to two.');
  });

  it('takes two minutes and seven seconds to give up on silence', () => {
    const console = new Console();
    console.keys('telnet 198.51.100.99 25\r').wait(126_999);
    expect(console.look().endsWith('Trying 198.51.100.99...\n')).toBe(true);
    expect(console.wait(1).look()).toBe('telnet: Unable to connect to remote host: Connection timed out\nyou@ws1:~$ ');
  });

  it('edits the line at home', () => {
    const console = connected();
    expect(console.run('QUTT\x7f\x7fIT\x15NOPP\x7f\x7fOP')).toBe('NOOP\n250 2.0.0 Ok\n');
    expect(sent(console)).toBe('NOOP\r\n');
  });

  it('sends cursor keys instead of obeying them (M05)', () => {
    const console = connected();
    expect(console.run('NOP\x1b[DO')).toContain('NOP^[[DO\n500');
    expect(sent(console)).toBe('NOP\x1b[DO\r\n');
  });

  it('sends nothing before Enter', () => {
    const console = connected().keys('NOOP').wait(30_000);
    expect(sent(console)).toBe('');
    expect(console.look()).toBe('NOOP');
    expect(console.run('')).toBe('\n250 2.0.0 Ok\n');
  });

  it('sends what was typed as UTF-8', () => {
    const console = connected();
    console.run('NOOP é😀');
    expect(sent(console)).toBe('NOOP \xc3\xa9\xf0\x9f\x98\x80\r\n');
  });

  it('plays what was typed while it was still connecting', () => {
    const console = new Console();
    console.keys('telnet mx1.campus.example 25\rNOOP\rQU');
    expect(console.screen).toBe('you@ws1:~$ telnet mx1.campus.example 25\n');
    expect(console.rest().screen).toContain('NOOP\n');
    expect(console.screen.endsWith('QU')).toBe(true);
    expect(sent(console)).toBe('NOOP\r\n');
  });

  it('takes a paste of many lines', () => {
    const console = new Console();
    console.keys('\x1b[200~telnet mx1.campus.example 25\r\nNOOP\nQUIT\r\n\x1b[201~').rest();
    expect(sent(console)).toBe('NOOP\r\nQUIT\r\n');
    expect(console.screen.endsWith(BACK)).toBe(true);
  });

  it('answers itself after ^]', () => {
    const console = connected();
    expect(console.run('NO\x1dstatus')).toBe(
      "NO^]\ntelnet> status\nConnected to mx1.campus.example.\nOperating in obsolete linemode\nLocal character echo\nEscape character is '^]'.\n",
    );
    expect(sent(console)).toBe('NO');
    expect(console.run('OP')).toBe('OP\n250 2.0.0 Ok\n');
    expect(console.run('\x1dfoo', 'h', 'o mx1', '')).toContain(
      '^]\ntelnet> foo\n?Invalid command\ntelnet> h\nCommands may be abbreviated.  Commands are:\n',
    );
    expect(console.run('\x1dq')).toBe('^]\ntelnet> q\nConnection closed.\nyou@ws1:~$ ');
    expect(console.events('net.finish')).toMatchObject([{ side: 'client' }, { side: 'server' }]);
  });

  it('keeps what the server says while telnet> asks', () => {
    const console = connected();
    console.keys('NOOP\r\x1d').rest();
    expect(console.look()).toBe('NOOP\n^]\ntelnet> ');
    expect(console.run('')).toBe('\n250 2.0.0 Ok\n');
    console.keys('QUIT\r\x1d').rest();
    expect(console.look()).toBe('QUIT\n^]\ntelnet> ');
    expect(console.run('')).toBe(`\n221 2.0.0 Bye\n${BACK}`);
  });

  it('opens a connection from its own prompt', () => {
    const console = new Console();
    expect(console.run('telnet', 'close', 'op mx1.campus.example 25', 'QUIT')).toBe(
      `telnet\ntelnet> close\n?Need to be connected first.\ntelnet> op mx1.campus.example 25\n${GREETING}QUIT\n221 2.0.0 Bye\n${BACK}`,
    );
    expect(console.keys('telnet\r\x04').look()).toBe('telnet\ntelnet> you@ws1:~$ ');
  });

  it('makes of ^C and ^D what telnet makes of them', () => {
    const console = connected();
    console.keys('NOOP\x03').rest();
    expect(sent(console)).toBe('\xff\xf4\xff\xfd\x06');
    expect(console.look()).toBe('NOOP^C');
    const second = connected();
    second.keys('NO\x04OP\r').rest();
    expect(sent(second)).toBe('NOOP\r\n');
    second.keys('\x04').rest();
    expect(sent(second)).toBe('NOOP\r\n\x04');
  });

  it('is stopped by ^C while it connects', () => {
    const console = new Console();
    console.keys('telnet quiet 25\r').wait(5000);
    console.look();
    expect(console.keys('abc\x03').look()).toBe('^C\nyou@ws1:~$ ');
    expect(console.run('echo $?')).toBe('echo $?\n130\nyou@ws1:~$ ');
  });

  it('leaves an unfinished line to the shell when the server hangs up', () => {
    const console = connected();
    console.keys('QUIT\recho hi').rest();
    expect(console.look()).toBe(`QUIT\n221 2.0.0 Bye\n${BACK}echo hi`);
    expect(console.run('')).toBe('\nhi\nyou@ws1:~$ ');
  });

  it('reaches its own machine by localhost', () => {
    const console = new Console(undefined, 'mx1.campus.example', 'ada');
    expect(console.run('telnet localhost 25')).toContain('Trying 127.0.0.1...\nConnected to localhost.\n');
    expect(new Console().run('telnet ::1 25')).toContain('Trying ::1...\ntelnet: Unable to connect to remote host: Connection refused\n');
  });

  describe('in character mode', () => {
    /** A conversation in character mode; what was said before it has been looked at. */
    function raw(): Console {
      const console = connected();
      console.run('\x1dmode character');
      return console;
    }

    it('sends each key as it is pressed, and Enter as CR LF', () => {
      const console = raw();
      for (const key of ['N', 'O', 'O', 'P', '\r']) console.keys(key);
      expect(console.events('net.bytes').flatMap(({ side, bytes }) => (side === 'client' ? [bytes] : []))).toEqual([
        'N',
        'O',
        'O',
        'P',
        '\r\n',
      ]);
      expect(console.rest().look()).toBe('NOOP\n250 2.0.0 Ok\n');
    });

    it('sends Backspace as 08 and shows it (M05)', () => {
      const console = raw();
      expect(console.run('MAIX\x7fL FROM:<you@campus.example>')).toContain('MAIX^HL FROM:<you@campus.example>\n500 ');
      expect(sent(console)).toBe('MAIX\bL FROM:<you@campus.example>\r\n');
    });

    it.each([
      ['\b', '\b', '^H'],
      ['\x1b[D', '\x1b[D', '^[[D'],
      ['\x03', '\x03', '^C'],
      ['\x04', '\x04', '^D'],
      ['\x15', '\x15', '^U'],
      ['\x16\x1d', '\x1d', '^]'],
      ['é', '\xc3\xa9', 'é'],
    ])('obeys no key: %j', (keys, octets, shown) => {
      const console = raw().keys(keys);
      expect(sent(console)).toBe(octets);
      expect(console.look()).toBe(shown);
    });

    it('takes a paste, and keys that came cut in two', () => {
      const console = raw();
      console.keys('\x1b[200~NOOP\nQU').keys('IT\n\x1b[201~').rest();
      expect(sent(console)).toBe('NOOP\r\nQUIT\r\n');
      expect(console.keys('\r').look()).toContain('221 2.0.0 Bye\n');
    });

    it('is left with mode line, and is off in the next conversation', () => {
      const console = raw();
      expect(console.keys('NO\x1d').look()).toBe('NO^]\ntelnet> ');
      expect(console.run('status')).toContain('Operating in single character mode\nLocal character echo\n');
      expect(console.keys('\x1dmode l\rOX\x7fOP').look()).toContain('OOP');
      expect(sent(console)).toBe('NO');
      console.run('');
      expect(sent(console)).toBe('NOOOP\r\n');
      console.run('QUIT');
      console.run('telnet mx1.campus.example 25', 'NOOX\x7fP');
      expect(sent(console).endsWith('NOOP\r\n')).toBe(true);
    });

    it.each([
      ['mode', "No mode specified ('mode ?' for help).\n"],
      ['mode fast', "Unknown mode 'fast' ('mode ?' for help).\n"],
      ['mode ?', "format is:  'mode Mode', where 'Mode' is one of:\n"],
    ])('%s', (line, text) => {
      expect(connected().run(`\x1d${line}`)).toContain(`telnet> ${line}\n${text}`);
    });

    it('needs a connection', () => {
      expect(new Console().run('telnet', 'mode character')).toContain('?Need to be connected first.\ntelnet> ');
    });
  });
});
