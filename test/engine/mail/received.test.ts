import { describe, expect, it } from 'vitest';
import { parseIso } from '../../../src/engine/kernel/calendar';
import { receivedField, returnPathField, type Stamp } from '../../../src/engine/mail/received';

const STAMP: Stamp = {
  helloName: 'ws1.campus.example',
  client: { name: 'localhost', address: '127.0.0.1' },
  by: 'mx1.campus.example',
  product: 'Postfix',
  protocol: 'ESMTP',
  queueId: 'A491B186020',
  forwardPath: 'ada@campus.example',
  date: parseIso('2026-11-23T11:31:39Z'),
};

describe('Received', () => {
  it('is folded as Postfix does', () => {
    expect(receivedField(STAMP)).toBe(
      'Received: from ws1.campus.example (localhost [127.0.0.1])\r\n' +
        '\tby mx1.campus.example (Postfix) with ESMTP id A491B186020\r\n' +
        '\tfor <ada@campus.example>; Mon, 23 Nov 2026 11:31:39 +0000 (UTC)\r\n',
    );
  });

  it('names no recipient where there are several', () => {
    expect(receivedField({ ...STAMP, forwardPath: null })).toBe(
      'Received: from ws1.campus.example (localhost [127.0.0.1])\r\n' +
        '\tby mx1.campus.example (Postfix) with ESMTP id A491B186020;\r\n' +
        '\tMon, 23 Nov 2026 11:31:39 +0000 (UTC)\r\n',
    );
  });

  it('falls back on what the connection tells', () => {
    const first = (stamp: Partial<Stamp>) => receivedField({ ...STAMP, ...stamp }).split('\r\n')[0];
    expect(first({ helloName: null })).toBe('Received: from localhost (localhost [127.0.0.1])');
    const unnamed = { name: '', address: '2001:db8::10' };
    expect(first({ helloName: null, client: unnamed })).toBe('Received: from [IPv6:2001:db8::10] ([IPv6:2001:db8::10])');
    expect(first({ client: unnamed })).toBe('Received: from ws1.campus.example ([IPv6:2001:db8::10])');
  });

  it('lets no client write a line of its own', () => {
    expect(receivedField({ ...STAMP, helloName: 'x\r\nSubject: y' })).toContain('from x??Subject: y (');
  });

  it('quotes a recipient who needs it', () => {
    expect(receivedField({ ...STAMP, forwardPath: 'ada moss@campus.example' })).toContain('for <"ada moss"@campus.example>;');
  });
});

describe('Return-Path', () => {
  it('holds the reverse-path', () => {
    expect(returnPathField('bram@partner.example')).toBe('Return-Path: <bram@partner.example>\r\n');
    expect(returnPathField('')).toBe('Return-Path: <>\r\n');
  });
});
