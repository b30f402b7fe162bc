import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../src/engine/kernel/bytes';
import { reportContent, type ReportFacts } from '../../../src/engine/mta/report';
import { connectWords, replyText, verdictWords } from '../../../src/engine/mta/words';
import { wrapped } from '../../../src/engine/mta/wrap';

const HOUR = 3_600_000;

const facts = (more: Partial<ReportFacts> = {}): ReportFacts => ({
  action: 'failed',
  host: 'smtp.campus.example',
  product: 'Postfix',
  about: '4C1B2A3D4E',
  queueId: '9F8E7D6C5B',
  reversePath: 'ada@campus.example',
  recipients: [
    {
      finalRecipient: 'bram@partner.example',
      status: '5.1.1',
      diagnostic: 'host mx[198.51.100.130] said: 550 5.1.1 no such user (in reply to RCPT TO command)',
      remote: { exchanger: 'mx.partner.example', reply: '550 5.1.1 no such user' },
    },
  ],
  arrived: Date.UTC(2024, 0, 15, 9),
  now: Date.UTC(2024, 0, 15, 14),
  retriedUntil: Date.UTC(2024, 0, 20, 9),
  domain: 'campus.example',
  content: 'Received: x\r\nSubject: Soup\r\n\r\nAt noon?\r\n',
  returns: 'FULL',
  ...more,
});

/** The three parts, without the lines around them. */
function parts(content: string): string[] {
  const boundary = /boundary="(.*)"/.exec(content)![1]!;
  return content.split(`--${boundary}`).slice(1, -1);
}

describe('a report', () => {
  it('is a letter in three parts, from nobody', () => {
    const content = reportContent(facts());
    expect(parts(content)).toHaveLength(3);
    expect(content).toContain('\r\nFrom: Mail Delivery System <MAILER-DAEMON@campus.example>\r\n');
    expect(content).toContain('\r\nTo: ada@campus.example\r\n');
    expect(content).toContain('\r\nAuto-Submitted: auto-replied\r\n');
    expect(content.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(content.endsWith('--\r\n')).toBe(true);
  });

  it('says to programs who, what and why (RFC 3464)', () => {
    const [, status = ''] = parts(reportContent(facts({ envelopeId: 'QQ314159' })));
    const [message = '', recipient = ''] = status.split('\r\n\r\n').slice(1);
    expect(message.split('\r\n')).toEqual([
      'Original-Envelope-Id: QQ314159',
      'Reporting-MTA: dns; smtp.campus.example',
      'X-Postfix-Queue-ID: 4C1B2A3D4E',
      'X-Postfix-Sender: rfc822; ada@campus.example',
      'Arrival-Date: Mon, 15 Jan 2024 09:00:00 +0000 (UTC)',
    ]);
    expect(recipient.split('\r\n')).toEqual([
      'Final-Recipient: rfc822; bram@partner.example',
      'Original-Recipient: rfc822;bram@partner.example',
      'Action: failed',
      'Status: 5.1.1',
      'Remote-MTA: dns; mx.partner.example',
      'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    ]);
  });

  it('names the recipient as the sender gave it (ORCPT)', () => {
    const [recipient] = facts().recipients;
    const content = reportContent(facts({ recipients: [{ ...recipient!, originalRecipient: 'rfc822;friends@list.example' }] }));
    expect(content).toContain('\r\nOriginal-Recipient: rfc822;friends@list.example\r\n');
  });

  it.each([
    ['failed', 'FULL', true],
    ['failed', 'HDRS', false],
    ['delayed', 'FULL', false],
    ['delivered', 'FULL', false],
    ['relayed', 'FULL', false],
    ['expanded', 'FULL', false],
  ] as const)('%s with RET=%s: the whole letter comes back: %s (RFC 3461, 4.3)', (action, returns, whole) => {
    const content = reportContent(facts({ action, returns }));
    const [, , letter = ''] = parts(content);
    expect(letter).toContain(whole ? 'Content-Type: message/rfc822\r\n' : 'Content-Type: text/rfc822-headers\r\n');
    expect(letter.includes('At noon?')).toBe(whole);
    expect(letter).toContain('Subject: Soup');
    expect(content).toContain(`\r\nAction: ${action}\r\n`);
  });

  it('says until when a letter is tried, only where it still is', () => {
    const content = reportContent(facts({ action: 'delayed' }));
    expect(content).toContain('\r\nWill-Retry-Until: Sat, 20 Jan 2024 09:00:00 +0000 (UTC)\r\n');
    expect(content).toContain('for more than 5 hour(s).\r\nIt will be retried until it is 5 day(s) old.');
    expect(reportContent(facts())).not.toContain('Will-Retry-Until');
  });

  it('has octets only, with addresses and replies beyond ASCII', () => {
    const jose = encodeUtf8('josé@partner.example');
    const recipient = { finalRecipient: jose, status: '5.1.1', diagnostic: replyText({ code: 550, lines: ['¿quién es 名?'] }) };
    const content = reportContent(facts({ recipients: [recipient] }));
    expect([...content].every((octet) => octet.charCodeAt(0) < 256)).toBe(true);
    expect(content).toContain(`Final-Recipient: utf-8; ${jose}`);
    expect(content).toContain(encodeUtf8('550 ¿quién es 名?'));
  });
});

describe('words', () => {
  it('of a reply', () => {
    expect(replyText({ code: 450, enhanced: '4.7.1', lines: ['Not now', 'come back'] })).toBe('450 4.7.1 Not now come back');
  });

  it('of what went wrong', () => {
    const said = verdictWords('mx.example[192.0.2.1]', { reply: { code: 450, lines: ['no'] }, during: 'RCPT TO command', trouble: null });
    expect(said).toBe('host mx.example[192.0.2.1] said: 450 no (in reply to RCPT TO command)');
    const silent = { reply: null, during: 'sending end of data -- message may be sent more than once' };
    expect(verdictWords('mx[x]', { ...silent, trouble: 'timed out' })).toBe(`conversation with mx[x] timed out while ${silent.during}`);
    expect(verdictWords('mx[x]', { ...silent, trouble: 'lost connection' })).toBe(`lost connection with mx[x] while ${silent.during}`);
    expect(connectWords('mx[x]', 'refused')).toBe('connect to mx[x]:25: Connection refused');
  });

  it('are broken at blanks, and indented', () => {
    const lines = wrapped(`${'word '.repeat(40)}${'x'.repeat(100)} end`);
    expect(lines.slice(1).every((line) => line.startsWith('    '))).toBe(true);
    expect(lines.filter((line) => line.length > 79)).toEqual([`    ${'x'.repeat(100)}`]);
    expect(lines.map((line) => line.trim()).join(' ')).toBe(`${'word '.repeat(40)}${'x'.repeat(100)} end`);
  });
});

it('a delay of hours is a number of hours', () => {
  const at = facts().arrived;
  expect(reportContent(facts({ action: 'delayed', now: at + 4 * HOUR }))).toContain('more than 4 hour(s)');
});
