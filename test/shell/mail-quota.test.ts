import { describe, expect, it } from 'vitest';
import { settle, type, createLab } from '../../src/lab/lab';
import { labLesson } from '../support/lab-lesson';

describe('a letter deleted with mail', () => {
  it('gives its octets back to the mailbox', () => {
    const lesson = labLesson();
    lesson.world.hosts['mx1.campus.example']!.users = ['ada'];
    const lab = createLab(lesson, 1);
    const lines = [
      'telnet mx1.campus.example 25',
      'HELO x.example',
      'MAIL FROM:<you@campus.example>',
      'RCPT TO:<ada@campus.example>',
      'DATA',
    ];
    for (const line of [...lines, 'Subject: hi', '', 'text', '.', 'QUIT', 'ssh ada@mx1.campus.example']) {
      type(lab, 'ws1', `${line}\r`);
      settle(lab);
    }
    const mailbox = lab.world.sites['campus']!.mailboxes['ada']!;
    expect(mailbox.used).toBe(mailbox.messages[0]!.content.length);
    for (const line of ['mail', 'd 1', 'q']) type(lab, 'ws1', `${line}\r`);
    expect(mailbox).toMatchObject({ used: 0, messages: [] });
  });
});
