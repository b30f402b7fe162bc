import { describe, expect, it } from 'vitest';
import { Console } from '../../support/console';

/** Types a letter to ada at mx1 and gives what was told about its delivery. */
function delivered(...lines: string[]) {
  const console = new Console();
  console.run('telnet mx1.campus.example 25', 'EHLO ws1.campus.example', 'MAIL FROM:<you@campus.example>', 'RCPT TO:<ada@campus.example>');
  console.run('DATA', ...lines, '.');
  const [event] = console.events('mail.delivered');
  const stored = console.world.sites['campus']?.mailboxes['ada']?.messages.at(-1)?.content ?? '';
  return { event, stored };
}

describe('mail.delivered', () => {
  it('tells what is stored: header, body, and whom the letter names', () => {
    const { event, stored } = delivered('Subject: dots', 'To: Bram <bram@partner.example>', '', '..', '...', ' .');
    expect(event).toMatchObject({ user: 'ada', body: '.\r\n..\r\n .\r\n', destinations: ['bram@partner.example'] });
    expect(event?.header).toMatch(/^Return-Path: <you@campus\.example>\r\n[^]*\r\nSubject: dots\r\nTo: Bram <bram@partner\.example>\r\n/);
    expect(`${event?.header}\r\n${event?.body}`).toBe(stored);
    expect(event?.octets).toBe(stored.length);
  });

  it('has one Return-Path, whatever the letter brought along (RFC 5321, 4.4)', () => {
    const { stored } = delivered('Return-Path: <somebody@partner.example>', 'Subject: forged', '', 'Return-Path: in the text');
    expect(stored.match(/^Return-Path:.*/gm)).toEqual(['Return-Path: <you@campus.example>', 'Return-Path: in the text']);
  });

  it('has a body where the empty line was left out, because the server puts it in', () => {
    const { event, stored } = delivered('Subject: dots', 'no empty line');
    expect(event?.body).toBe('no empty line\r\n');
    expect(`${event?.header}\r\n${event?.body}`).toBe(stored);
  });

  it('has no body where the letter is all header', () => {
    const { event, stored } = delivered('Subject: dots');
    expect(event).toMatchObject({ header: stored, body: '' });
  });
});
