import { describe, expect, it } from 'vitest';
import { foldScreen, emptyScreen } from '../../src/shell/screen';
import { Console, consoleWorld } from '../support/console';

const PROMPT = 'you@ws1:~$ ';

describe('the prompt', () => {
  it('comes after the message of the day', () => {
    expect(new Console().screen).toBe(PROMPT);
    expect(new Console(consoleWorld(), 'mx1.campus.example', 'root').screen).toBe('The mail server of the campus.\nroot@mx1:~# ');
  });

  it('shows the directory', () => {
    const console = new Console();
    console.run('cd /srv/letters');
    expect(console.run('cd ..', 'cd /', 'cd')).toBe(`cd ..\nyou@ws1:/srv$ cd /\nyou@ws1:/$ cd\n${PROMPT}`);
  });

  it('records what was run, stage by stage', () => {
    const console = new Console();
    console.run("printf 'a b' | wc -c; nosuch x && date || true");
    expect(console.events('shell.command').map(({ name, line }) => [name, line])).toEqual([
      ['printf', "printf 'a b'"],
      ['wc', 'wc -c'],
      ['nosuch', 'nosuch x'],
      ['true', 'true'],
    ]);
    expect(console.events('shell.command')[0]).toMatchObject({ terminal: 't', host: 'ws1.campus.example', user: 'you' });
    expect(console.events('shell.exit').map(({ name, status }) => [name, status])).toEqual([
      ['printf', 0],
      ['wc', 0],
      ['nosuch', 127],
      ['true', 0],
    ]);
  });

  it.each([
    ['', PROMPT],
    ['   # nothing', PROMPT],
    ['telnt mx1 25', `bash: telnt: command not found\nDid you mean: telnet?\n${PROMPT}`],
    ['sl', `bash: sl: command not found\nDid you mean: ls?\n${PROMPT}`],
    ['TELNET', `bash: TELNET: command not found\nDid you mean: telnet?\n${PROMPT}`],
    ['.', `bash: .: filename argument required\n.: usage: . filename [arguments]\n${PROMPT}`],
    ['EHLO ws1.campus.example', `bash: EHLO: command not found\n${PROMPT}`],
    ['quit', `bash: quit: command not found\n${PROMPT}`],
    ['xylophone', `bash: xylophone: command not found\n${PROMPT}`],
    ['./telnet', `bash: ./telnet: No such file or directory\n${PROMPT}`],
    ['/usr/bin/whoami', `you\n${PROMPT}`],
    ['A=1', `bash: setting variables is not available here; see 'man bash'\n${PROMPT}`],
    ['echo "a', `bash: unexpected EOF while looking for matching \`"'\nbash: syntax error: unexpected end of file\n${PROMPT}`],
    ['| wc; echo $?', `bash: syntax error near unexpected token \`|'\n${PROMPT}`],
    ['false; echo $?; echo $?', `1\n0\n${PROMPT}`],
    ['false && echo no || echo yes', `yes\n${PROMPT}`],
    ['true || echo no && echo yes', `yes\n${PROMPT}`],
    ['false | true; echo $?', `0\n${PROMPT}`],
    ['$NOBODY', PROMPT],
    ['printf a', `a${PROMPT}`],
  ])('%j', (line, text) => {
    expect(new Console().run(line)).toBe(`${line}\n${text}`);
  });

  it('keeps the status of a line it did not understand', () => {
    expect(new Console().run('a | | b', 'echo $?')).toContain('\n2\n');
  });

  it.each([
    ['echo one > a; cat a', 'one\n'],
    ['echo one > a; echo two >> a; cat a', 'one\ntwo\n'],
    ['echo one > a; echo two > a; cat < a', 'two\n'],
    ['> a; wc -c a', '0 a\n'],
    ['echo x > /dev/null', ''],
    ['echo x > /etc/motd', 'bash: /etc/motd: Permission denied\n'],
    ['echo x > /nowhere/a', 'bash: /nowhere/a: No such file or directory\n'],
    ['echo x > /tmp', 'bash: /tmp: Is a directory\n'],
    ['cat < nosuch', 'bash: nosuch: No such file or directory\n'],
    [String.raw`printf '\xff\xc3\xa9\0\x80' > a; cat a a | xxd`, 'bash: xxd: command not found\n'],
    [String.raw`printf '\xff\xc3\xa9\0\x80' > a; base64 a`, '/8OpAIA=\n'],
    [String.raw`printf '\xe2\x82' > a; printf '\xac' >> a; cat a; wc -c < a`, '€3\n'],
  ])('%s', (line, text) => {
    expect(new Console().run(line)).toBe(`${line}\n${text}${PROMPT}`);
  });

  it('forgets a line at ^C', () => {
    const console = new Console();
    console.look();
    expect(console.keys('rm it\x03').look()).toBe(`rm it^C\n${PROMPT}`);
    expect(console.run('echo $?')).toBe(`echo $?\n130\n${PROMPT}`);
  });

  it('clears the screen and keeps the line at ^L', () => {
    const console = new Console();
    console.run('date');
    expect(console.keys('ab\x0cc').screen).toBe(`${PROMPT}abc`);
    expect(console.keys('\x15clear\r').screen).toBe(PROMPT);
  });

  it('stays when there is nowhere to go back to', () => {
    const console = new Console();
    console.look();
    expect(console.keys('\x04').look()).toBe(`\nlogout\nThis is where you began, so the terminal stays open.\n${PROMPT}`);
    expect(console.keys('x\x04\x01\x04').screen.endsWith(PROMPT)).toBe(true);
  });

  it('brings earlier lines back', () => {
    const console = new Console();
    console.run('echo one', 'echo two', 'echo two');
    console.look();
    expect(console.keys('\x1b[A\x1b[A\r').rest().look()).toBe(`echo one\none\n${PROMPT}`);
    expect(console.run('history')).toContain('    1  echo one\n    2  echo two\n    3  echo one\n    4  history\n');
  });

  it('stops what runs at ^C, with all that was to follow', () => {
    const console = new Console();
    console.keys('sleep 1h; echo never\r').wait(1000);
    console.look();
    expect(console.keys('typed\x03').look()).toBe(`^C\n${PROMPT}`);
    expect(console.wait(7_200_000).look()).toBe('');
    expect(console.events('shell.exit')).toMatchObject([{ name: 'sleep', status: 130 }]);
  });

  it('shows no control character of what was typed', () => {
    const console = new Console();
    console.look();
    expect(console.keys('a\x16\x1bb').look()).toBe('a^[b');
    expect(foldScreen(emptyScreen(), console.world.trace, 't').cursor).toBe(4);
    expect(console.keys('\x1b[D\x1b[D\x1b[D').screen.endsWith('a^[b')).toBe(true);
    expect(foldScreen(emptyScreen(), console.world.trace, 't').cursor).toBe(0);
  });
});

describe('Tab', () => {
  const completed = (keys: string) => {
    const console = new Console();
    console.look();
    return console.keys(keys).look();
  };

  it.each([
    ['tel\t', 'telnet '],
    ['telnet mx\t25', 'telnet mx1.campus.example 25'],
    ['ssh you@mx\t', 'ssh you@mx1.campus.example '],
    ['dig @ns\t', 'dig @ns1.campus.example '],
    ['cat no\t', 'cat notes.txt '],
    ['cat /et\tho\t', 'cat /etc/host'],
    ['cat /srv/\t\t', 'cat /srv/letters/a.eml '],
    ['man base\t', 'man base64 '],
    ['date | gr\t', 'date | grep '],
    ['date; wh\t', 'date; wh'],
    ['echo no\t', 'echo no'],
    ['xyz\t', 'xyz'],
    ['telnet m\x1b[D\x1b[Dq\t', 'telnetq m'],
  ])('%j', (keys, line) => {
    expect(completed(keys)).toBe(line);
  });

  it('lists the candidates the second time', () => {
    expect(completed('wh\t\to')).toBe(`wh\nwhich  whoami\n${PROMPT}who`);
    expect(completed('cat /etc/ho\t\t\t')).toContain('\nhostname  hosts\n');
  });
});
