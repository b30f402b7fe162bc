import { describe, expect, it } from 'vitest';
import { completeHeader, countFields, headerLength, parseMessage, withoutField } from '../../../src/engine/mail/message';

const lines = (...all: string[]) => all.map((line) => `${line}\r\n`).join('');

describe('parseMessage', () => {
  it('divides at the first empty line', () => {
    expect(parseMessage(lines('From: a@b.example', 'Subject: hi', '', 'text', '', 'more'))).toEqual({
      fields: [
        { name: 'From', value: 'a@b.example' },
        { name: 'Subject', value: 'hi' },
      ],
      body: lines('text', '', 'more'),
    });
  });

  it('unfolds', () => {
    expect(parseMessage(lines('Subject: one', '\ttwo', '  three', 'To : x', '')).fields).toEqual([
      { name: 'Subject', value: 'one\ttwo  three' },
      { name: 'To', value: 'x' },
    ]);
  });

  it.each([
    ['only a header', lines('Subject: hi'), 1, ''],
    ['an empty letter', '', 0, ''],
    ['no empty line', lines('Subject: hi', 'This is text'), 1, lines('This is text')],
    ['no header', lines('Just a line, no header', 'Subject: no'), 0, lines('Just a line, no header', 'Subject: no')],
    ['an empty first line', lines('', 'text'), 0, lines('text')],
    ['a first line with a blank', lines(' text'), 0, lines(' text')],
    ['no last line end', 'Subject: hi\r\n\r\ntext', 1, 'text'],
  ])('%s', (_, content, fields, body) => {
    const message = parseMessage(content);
    expect(message.fields).toHaveLength(fields);
    expect(message.body).toBe(body);
  });

  it('counts fields by name', () => {
    const { fields } = parseMessage(lines('Received: a', 'RECEIVED: b', 'X-Received: c', '', 'Received: d'));
    expect(countFields(fields, 'Received')).toBe(2);
  });

  it('measures the header without the empty line', () => {
    expect(headerLength(lines('A: b', '', 'c'))).toBe(6);
  });
});

describe('withoutField', () => {
  it('takes out every field of the name, with its folded lines, and nothing else', () => {
    const letter = lines('return-path: <a@b.example>', '\tfolded', 'Subject: x', 'Return-Path : <c@d.example>', '', 'Return-Path: text');
    expect(withoutField(letter, 'Return-Path')).toBe(lines('Subject: x', '', 'Return-Path: text'));
  });

  it('leaves a letter without that field as it is', () => {
    for (const letter of [lines('Subject: x', '', 'text'), lines('', 'text'), 'no end', ''])
      expect(withoutField(letter, 'To')).toBe(letter);
  });
});

describe('completeHeader', () => {
  const completion = { sender: 'you@campus.example', messageId: '1.A@mx1.campus.example', date: 'Mon, 15 Jan 2024 09:00:00 +0000 (UTC)' };

  it('puts the missing empty line before the first line that is no field', () => {
    expect(completeHeader(lines('Subject: x', 'This is text'), null)).toBe(lines('Subject: x', '', 'This is text'));
    expect(completeHeader(lines('Just text'), null)).toBe(lines('', 'Just text'));
  });

  it('leaves a letter alone that has its empty line, no body, or nothing', () => {
    for (const letter of [lines('Subject: x', '', 'text'), lines('Subject: x'), '']) expect(completeHeader(letter, null)).toBe(letter);
  });

  it('adds what a submitter left out, after the fields that are there', () => {
    expect(completeHeader(lines('Subject: bare', '', 'x'), completion)).toBe(
      lines(
        'Subject: bare',
        'Message-Id: <1.A@mx1.campus.example>',
        'Date: Mon, 15 Jan 2024 09:00:00 +0000 (UTC)',
        'From: you@campus.example',
        '',
        'x',
      ),
    );
  });

  it('adds nothing that is there', () => {
    const letter = lines('message-id: <x>', 'DATE: y', 'From: z', '', 'x');
    expect(completeHeader(letter, completion)).toBe(letter);
  });
});
