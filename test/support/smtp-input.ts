// What random clients say: SMTP words in and out of order, hostile octets, and every kind of line end.

import fc from 'fast-check';
import type { Bytes } from '../../src/engine/kernel/bytes';

const COMMANDS = [
  'EHLO ws1.campus.example',
  'HELO ws1',
  'EHLO',
  'EHLO [192.0.2.10]',
  'MAIL FROM:<bram@partner.example>',
  'MAIL FROM:<bram@partner.example> SIZE=100 BODY=8BITMIME',
  'mail from: bram@partner.example',
  'MAIL FROM:<>',
  'MAIL FROM:<"a \\" b"@partner.example>',
  'MAIL FROM:<bram@partner.example> FOO=bar',
  'RCPT TO:<ada@campus.example>',
  'RCPT TO:<@hop.example:you@campus.example>',
  'RCPT TO:<postmaster>',
  'RCPT TO:<gone@campus.example>',
  'RCPT TO:<nobody@campus.example>',
  'RCPT TO:<dev@farm.example>',
  'DATA',
  'DATA',
  'BDAT 0',
  'BDAT 0 LAST',
  'BDAT 7',
  'bdat 30 last',
  'BDAT 500',
  'BDAT x',
  'RSET',
  'NOOP',
  'NOOP anything',
  'VRFY ada',
  'VRFY nobody\x1b[2J',
  'EXPN staff',
  'HELP',
  'HELP MAIL',
  'ETRN campus.example',
  'STARTTLS',
  'QUIT',
  'FOO',
  'Subject: hello',
  'GET / HTTP/1.1',
  '> MAIL FROM:<bram@partner.example>',
  '',
  '.',
  '..',
  '. ',
  'text',
  '\xff\xfb\x01',
];

const line = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...COMMANDS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 30 }) },
  { weight: 1, arbitrary: octets(40) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...COMMANDS), octets(8)).map(([command, tail]) => `${command} ${tail}`) },
  { weight: 1, arbitrary: fc.nat(3000).map((length) => `NOOP ${'x'.repeat(length)}`) },
);

const ending = fc.oneof(
  { weight: 12, arbitrary: fc.constant('\r\n') },
  { weight: 2, arbitrary: fc.constant('\n') },
  { weight: 2, arbitrary: fc.constantFrom('\r', '\r\r\n', '\n\r', '', '\0\r\n', ' \r\n') },
);

const lines = (maxLength: number) =>
  fc
    .array(
      fc.tuple(line, ending).map((parts) => parts.join('')),
      { maxLength },
    )
    .map((all) => all.join(''));

/** The beginning of a session that gets somewhere, so that what follows meets every state. */
const opening = fc.constantFrom(
  '',
  'EHLO ws1.campus.example\r\n',
  'EHLO ws1.campus.example\r\nMAIL FROM:<bram@partner.example>\r\n',
  'EHLO ws1.campus.example\r\nMAIL FROM:<bram@partner.example>\r\nRCPT TO:<ada@campus.example>\r\n',
  'HELO ws1.campus.example\r\nMAIL FROM:<bram@partner.example>\r\nRCPT TO:<you@campus.example>\r\nDATA\r\n',
  'EHLO ws1.campus.example\r\nMAIL FROM:<>\r\nRCPT TO:<ada@campus.example>\r\nBDAT 14\r\nSubject: x\r\n\r\n',
  'EHLO ws1.campus.example\r\nMAIL FROM:<>\r\nRCPT TO:<ada@campus.example>\r\nDATA\r\nSubject: x\r\n\r\n',
);

/** Octets of one client, from the beginning of a session. */
export const clientOctets: fc.Arbitrary<Bytes> = fc.tuple(opening, lines(12)).map((parts) => parts.join(''));

/** Any octets, at most this many. */
export function octets(maxLength: number): fc.Arbitrary<Bytes> {
  return fc.uint8Array({ maxLength }).map((numbers) => String.fromCharCode(...numbers));
}

/** Places at which a stream is cut. */
export const cuts: fc.Arbitrary<number[]> = fc.array(fc.nat(2000), { maxLength: 20 });

/** A letter with a header and a body of any octets but CR and LF, in lines ended by CR LF; many lines begin with dots. */
export const letter: fc.Arbitrary<Bytes> = fc
  .array(
    fc.tuple(fc.constantFrom('', '', '.', '..', '.. ', '. '), octets(12)).map(([dots, text]) => dots + text.replace(/[\r\n]/g, '')),
    { maxLength: 12 },
  )
  .map((body) => ['Subject: x', '', ...body].map((text) => `${text}\r\n`).join(''));
