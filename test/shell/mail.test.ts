import { describe, expect, it } from 'vitest';
import { Console, consoleWorld } from '../support/console';

const PROMPT = 'ada@mx1:~$ ';

/** On the mail server as ada, with these letters in her mailbox. */
function withLetters(...contents: string[]): Console {
  const console = new Console(consoleWorld(), 'mx1.campus.example', 'ada');
  const mailbox = console.world.sites['campus']?.mailboxes['ada'];
  for (const [i, content] of contents.entries()) mailbox?.messages.push({ uid: 7 + i, at: (i + 1) * 60_000, content, seen: false });
  return console;
}

const FIRST = 'Return-Path: <you@campus.example>\r\nFrom: You <you@campus.example>\r\nSubject: first\r\n\r\nHi Ada.\r\nFrom me.\r\n';
const SECOND = 'Return-Path: <>\r\nSubject: =?odd?=\r\n a long subject that goes on\r\n\r\nbody \x1b[2J\xff';

const LIST = `Mail version 8.1.2 01/15/2001.  Type ? for help.
"/var/mail/ada": 2 messages 2 new
>N  1 you@campus.example    Mon Jan 15 09:01   6/98    first
 N  2 MAILER-DAEMON         Mon Jan 15 09:02   5/74    =?odd?= a long subject th
& `;

describe('mail', () => {
  it('lists and shows letters with their whole header', () => {
    const console = withLetters(FIRST, SECOND);
    expect(console.run('mail')).toBe(`mail\n${LIST}`);
    expect(console.run('1')).toBe(`1\nMessage 1:\nFrom you@campus.example Mon Jan 15 09:01:00 2024\n${FIRST.replaceAll('\r\n', '\n')}\n& `);
    expect(console.run('')).toBe(
      '\nMessage 2:\nFrom MAILER-DAEMON Mon Jan 15 09:02:00 2024\nReturn-Path: <>\nSubject: =?odd?=\n a long subject that goes on\n\nbody ^[[2J\\xff\n\n& ',
    );
    expect(console.run('')).toBe('\nAt EOF\n& ');
    expect(console.run('h')).toContain('\n    1 you@campus.example    Mon');
    expect(console.run('q')).toBe(`q\nHeld 2 messages in /var/mail/ada\n${PROMPT}`);
    expect(console.events('mail.read')).toMatchObject([{ host: 'mx1.campus.example', site: 'campus', user: 'ada', uid: 7 }, { uid: 8 }]);
  });

  it('begins with the first that is new', () => {
    const console = withLetters(FIRST, SECOND);
    console.world.sites['campus']!.mailboxes['ada']!.messages[0]!.seen = true;
    expect(console.run('mail')).toContain('2 messages 1 new\n    1 you@campus.example    Mon Jan 15 09:01   6/98    first\n>N  2');
    expect(console.run('')).toContain('Message 2:');
    expect(console.run('-')).toContain('Message 1:');
    expect(console.run('-')).toContain('Nothing before the first message');
  });

  it('deletes on quit, not on exit', () => {
    const console = withLetters(FIRST, SECOND);
    const uids = () => console.world.sites['campus']?.mailboxes['ada']?.messages.map(({ uid }) => uid);
    console.run('mail', 'd 1-2', 'u 1', 'x');
    expect(uids()).toEqual([7, 8]);
    expect(console.events('mail.deleted')).toEqual([]);
    expect(console.run('mail', 'd', 'h', '1', 'q')).toContain('& h\n N  2 MAILER-DAEMON');
    expect(console.screen).toContain('1: Inappropriate message\n');
    expect(uids()).toEqual([8]);
    console.run('mail', 'd *', 'q');
    expect(uids()).toEqual([]);
    const gone = { host: 'mx1.campus.example', site: 'campus', user: 'ada' };
    expect(console.events('mail.deleted')).toMatchObject([
      { ...gone, uid: 7 },
      { ...gone, uid: 8 },
    ]);
    expect(console.run('mail')).toBe(`mail\nNo mail for ada\n${PROMPT}`);
  });

  it.each([
    ['foo', 'Unknown command: "foo"\n'],
    ['%', 'Unknown command: "%"\n'],
    ['9', '9: Invalid message number\n'],
    ['p 1-999999', '999999: Invalid message number\n'],
    ['p x', 'No applicable messages\n'],
    ['P $', 'Message 2:\n'],
    ['?', '    Mail   Commands\n'],
  ])('answers %s', (line, text) => {
    const console = withLetters(FIRST, SECOND);
    console.run('mail');
    const answer = console.run(line);
    expect(answer.endsWith('& ')).toBe(true);
    if (line === 'p 1-999999') expect(answer).toContain('Message 2:');
    else expect(answer).toContain(text);
  });

  it('quits at ^D, and can be told from a pipe', () => {
    const console = withLetters(FIRST);
    console.run('mail');
    expect(console.keys('\x04').look()).toBe(`\nHeld 1 message in /var/mail/ada\n${PROMPT}`);
    expect(console.run(String.raw`printf 'd 1\nq\n1\n' | mail`)).not.toContain('Message 1');
    expect(console.run('mail')).toContain('No mail for ada');
  });

  it.each([
    ['mail -s hi', 'mail: -s needs an address: mail -s SUBJECT ADDRESS\n'],
    ['mail -u you', 'mail: /var/mail/you: Permission denied\n'],
    ['mail -z', "mail: invalid option -- 'z'\n"],
  ])('%s', (line, text) => {
    expect(withLetters(FIRST).run(line)).toBe(`${line}\n${text}${PROMPT}`);
  });

  it('lets root read', () => {
    const console = new Console(consoleWorld(), 'mx1.campus.example', 'root');
    expect(console.run('mail -u ada')).toContain('No mail for ada');
  });
});

describe('/var/mail', () => {
  it('is the mailbox as mbox', () => {
    const console = withLetters(FIRST, SECOND);
    expect(console.run('cat /var/mail/ada')).toBe(
      `cat /var/mail/ada\nFrom you@campus.example Mon Jan 15 09:01:00 2024\n${FIRST.replaceAll('\r\n', '\n').replace('\nFrom me', '\n>From me')}\nFrom MAILER-DAEMON Mon Jan 15 09:02:00 2024\nReturn-Path: <>\nSubject: =?odd?=\n a long subject that goes on\n\nbody ^[[2J\\xff\n\n${PROMPT}`,
    );
    expect(console.events('mail.read').map(({ uid }) => uid)).toEqual([7, 8]);
    expect(console.run('ls -l /var/mail')).toMatch(/\n-rw-rw---- 1 ada {3}mail {4}\d+ Jan 15 09:02 ada\n/);
    expect(console.events('mail.read')).toHaveLength(2);
  });

  it('is private', () => {
    const console = withLetters(FIRST);
    console.run('ssh you@localhost');
    expect(console.run('cat /var/mail/ada')).toContain('cat: /var/mail/ada: Permission denied\n');
    expect(console.run('cat /var/mail/nobody')).toContain('cat: /var/mail/nobody: No such file or directory\n');
    expect(console.events('mail.read')).toEqual([]);
  });
});
