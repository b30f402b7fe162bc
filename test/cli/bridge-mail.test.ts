// A real mail library against the bridge: what it sends arrives, octet by octet, and what is refused fails as anywhere.

import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bridge } from '../../src/cli/bridge';
import { bridgeTo, lettersOf, portOf } from '../support/bridge';

let bridge: Bridge;
let open: Transporter[] = [];
beforeEach(async () => void (bridge = await bridgeTo()));
afterEach(async () => {
  for (const transport of open) transport.close();
  open = [];
  await bridge.close();
});

/** Sends a letter, and gives the octets that nodemailer made of it. */
async function send(letter: SendMailOptions, service = 'smtp', pool = false): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: portOf(bridge, service), ignoreTLS: true, ...(pool && { pool }) });
  open.push(transport as Transporter);
  let raw = '';
  transport.use('stream', (mail, done) => {
    mail.message.build((error, octets) => {
      raw = octets?.toString('latin1') ?? '';
      done(error);
    });
  });
  await transport.sendMail({ from: 'bram@partner.example', to: 'ada@campus.example', ...letter });
  return raw;
}

describe('nodemailer', () => {
  it('sends attachments and UTF-8, and what arrives is what was sent', async () => {
    const raw = await send({
      subject: 'Grüße aus 東京 ✉',
      text: 'Ünïcödé\n.\n..two dots\n.one\n\nand a line that is long: ' + '長い '.repeat(400),
      html: '<p>Zoë</p>',
      attachments: [
        { filename: 'chance.bin', content: randomBytes(100_000) },
        { filename: 'naïve.txt', content: '.\r\n.\r\n', contentType: 'text/plain; charset=utf-8' },
      ],
    });
    const [letter = '', ...more] = lettersOf(bridge, 'ada');
    expect(more).toEqual([]);
    const top = letter.slice(0, letter.length - raw.length);
    expect(letter.slice(top.length)).toBe(raw);
    expect(top).toMatch(/^Return-Path: <bram@partner\.example>\r\n/);
    expect(top).toMatch(/\r\nReceived: from [^]*\(unknown \[127\.0\.0\.1\]\)[^]*by mx1\.campus\.example/);
    // Nothing but fields that servers write stands above it.
    expect(top.replace(/^(Return-Path|X-Original-To|Delivered-To|Received):.*\r\n(?:[ \t].*\r\n)*/gm, '')).toBe('');
  });

  it('carries octets above 127 as they are', async () => {
    const raw = 'Subject: 8 bit\r\n\r\nGr\xc3\xbc\xc3\x9fe\r\n\xff\xfe\r\n';
    await send({
      envelope: { from: 'bram@partner.example', to: 'ada@campus.example', use8BitMime: true },
      raw: Buffer.from(raw, 'latin1'),
    } as SendMailOptions);
    expect(lettersOf(bridge, 'ada')[0]?.endsWith(`\r\n${raw}`)).toBe(true);
  });

  it('is refused where the server would have to relay', async () => {
    await expect(send({ to: 'zoe@bigmail.example', text: 'hi' })).rejects.toMatchObject({
      responseCode: 454,
      command: 'RCPT TO',
      rejected: ['zoe@bigmail.example'],
    });
  });

  it('learns which recipients were refused while the others get the letter', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: portOf(bridge, 'smtp'), ignoreTLS: true });
    open.push(transport as Transporter);
    const to = ['ada@campus.example', 'nobody@campus.example'];
    const { accepted, rejected } = await transport.sendMail({ from: 'bram@partner.example', to, text: 'hi' });
    expect({ accepted, rejected }).toEqual({ accepted: to.slice(0, 1), rejected: to.slice(1) });
    expect(lettersOf(bridge, 'ada')).toHaveLength(1);
  });

  it('is refused a letter that is too large', async () => {
    await expect(send({ text: 'x'.repeat(3_000) }, 'smtp-small')).rejects.toMatchObject({ responseCode: 552 });
    expect(lettersOf(bridge, 'ada')).toEqual([]);
  });

  it('sends many letters over many connections at once', async () => {
    const texts = Array.from({ length: 60 }, (_, i) => `number ${i}`);
    await Promise.all(texts.map((text) => send({ text })));
    const bodies = lettersOf(bridge, 'ada').map((letter) => letter.slice(letter.indexOf('\r\n\r\n') + 4).trim());
    expect(bodies.sort()).toEqual(texts.sort());
  });
});
