// The programs of a mail server's keeper, and those that hand letters in, as they look in a terminal.

import { describe, expect, it } from 'vitest';
import { Console } from '../support/console';
import { CAMPUS, HOUR, inbox, MINUTE, postOfficeData, type Differences } from '../support/post-office';

const closed = { partner: { down: true }, second: { down: true } };
const at = (differences: Differences = {}) => new Console(postOfficeData(differences), CAMPUS);

/** What a command prints, without its own line and the prompt after it; then `wait` milliseconds pass. */
function run(console: Console, line: string, wait = 0): string {
  console.look();
  console.keys(`${line}\r`);
  const [, ...shown] = console.look().split('\n');
  console.wait(wait);
  return shown.slice(0, -1).join('\n');
}

const queueIdOf = (console: Console) => Object.keys(console.world.queues[CAMPUS]!.letters)[0]!;

describe('mailq', () => {
  it('is empty, then has a letter with its reason', () => {
    const console = at(closed);
    expect(run(console, 'mailq')).toBe('Mail queue is empty');
    run(console, "printf 'Subject: x\\n\\nHi\\n' | sendmail bram@partner.example", 5_000);
    const id = queueIdOf(console);
    expect(run(console, 'mailq')).toMatch(new RegExp(`^-Queue ID-.*\n${id}\\*? +\\d+ Mon Jan 15 09:00:00  you@campus\\.example\n`));
    console.wait(10 * MINUTE);
    const lines = run(console, 'postqueue -p').split('\n');
    expect(lines[0]).toBe('-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------');
    expect(lines[1]).toMatch(new RegExp(`^${id}  +\\d+ Mon Jan 15 09:00:00  you@campus\\.example$`));
    expect(lines[2]!.trim()).toBe('(connect to mx2.partner.example[198.51.100.131]:25: Connection timed out)');
    expect(lines[3]).toBe(`${' '.repeat(41)}bram@partner.example`);
    expect(lines.at(-1)).toBe('-- 0 Kbytes in 1 Request.');
  });

  it('is in Exim’s manner on such a host', () => {
    const console = at({ ...closed, campus: { services: [{ port: 25, protocol: 'smtp', dialect: 'exim-like' }] } });
    run(console, 'echo Hi | sendmail bram@partner.example', 25 * MINUTE);
    expect(run(console, 'mailq')).toMatch(/^25m +\d+ \w{6}-\w{6}-\w{2} <you@campus\.example>\n {10}bram@partner\.example\n$/);
  });
});

describe('postqueue', () => {
  it('-f tries at once, -i one letter', () => {
    const console = at(closed);
    run(console, 'echo Hi | sendmail bram@partner.example', 10 * MINUTE);
    const tries = () => console.world.trace.filter(({ type }) => type === 'mail.try').length;
    expect(tries()).toBe(1);
    run(console, 'postqueue -f', 5 * MINUTE);
    expect(tries()).toBe(2);
    run(console, 'postqueue -i 0000000000', 5 * MINUTE);
    expect(tries()).toBe(2);
    run(console, `postqueue -i ${queueIdOf(console)}`, MINUTE);
    expect(tries()).toBe(3);
    expect(run(console, 'postqueue')).toContain('usage: postqueue -f | postqueue -i queueid | postqueue -p');
  });
});

describe('postcat', () => {
  it('shows the envelope, then the letter', () => {
    const console = at(closed);
    run(console, "printf 'Subject: Soup\\n\\nAt noon?\\n' | sendmail -f ada bram@partner.example", 10 * MINUTE);
    const id = queueIdOf(console);
    const shown = run(console, `postcat -q ${id}`);
    expect(shown).toContain(`*** ENVELOPE RECORDS deferred/${id[0]}/${id} ***\n`);
    expect(shown).toMatch(/sender: ada@campus\.example\nrecipient: bram@partner\.example\n\*\*\* MESSAGE CONTENTS/);
    expect(shown).toMatch(/Subject: Soup\n.*\n?.*\n?.*\n?\nAt noon\?\n\*\*\* MESSAGE FILE END/);
    expect(run(console, 'postcat -q 12345')).toBe('postcat: fatal: open queue file 12345: No such file or directory');
  });
});

describe('sendmail', () => {
  it('takes the recipients from the letter, and Bcc out of it', () => {
    const console = at();
    run(console, "printf 'To: bram@partner.example\\nBcc: cleo@partner.example\\nSubject: x\\n\\nHi\\n' | sendmail -t", HOUR);
    for (const user of ['bram', 'cleo']) {
      const [letter = ''] = inbox(console.world, 'partner', user);
      expect(letter).toContain('Subject: x\r\n');
      expect(letter).not.toMatch(/^Bcc/m);
    }
  });

  it('ends at a dot, unless -i says that it does not', () => {
    const console = at();
    run(console, "printf 'Subject: x\\n\\none\\n.\\ntwo\\n' | sendmail bram@partner.example", MINUTE);
    run(console, "printf 'Subject: x\\n\\none\\n.\\ntwo\\n' | sendmail -i bram@partner.example", MINUTE);
    expect(inbox(console.world, 'partner', 'bram').map((letter) => letter.includes('two'))).toEqual([false, true]);
    expect(run(console, 'echo Hi | sendmail')).toContain('recipients must be given');
  });
});

describe('mail', () => {
  it('sends with a subject, from a pipe or typed', () => {
    const console = at();
    run(console, 'echo Hello. | mail -s "Soup at noon" bram@partner.example ada', MINUTE);
    console.keys('mail bram@partner.example\r').keys('Second\r').keys('Typed.\r').keys('.\r').wait(MINUTE);
    const letters = inbox(console.world, 'partner', 'bram');
    expect(letters[0]).toMatch(/To: bram@partner\.example, ada\r\nSubject: Soup at noon\r\n/);
    expect(letters[0]).toMatch(/\r\nFrom: you@campus\.example\r\n/);
    expect(letters[0]).toMatch(/\r\n\r\nHello\.\r\n$/);
    expect(letters[1]).toMatch(/Subject: Second\r\n[^]*\r\n\r\nTyped\.\r\n$/);
    expect(inbox(console.world, 'campus', 'ada')).toHaveLength(1);
  });
});
