import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../src/engine/kernel/bytes';
import { runUntil } from '../../../src/engine/world';
import type { World } from '../../../src/engine/world-types';
import { DAY, eventsOf, fates, inbox, MINUTE, PARTNER, postOffice, sent, submit } from '../../support/post-office';

const BRAM = 'bram@partner.example';
const noDsn = { service: { discardKeywords: ['DSN'] } };
const reports = (world: World) => eventsOf(world, 'mail.reported').map(({ host, action, to }) => `${host} ${action} ${to}`);
const notify = (...words: string[]) => ({ forwardPath: BRAM, notify: words });

describe('who is told what (RFC 3461)', () => {
  it('of a failure unless NOTIFY says otherwise', () => {
    const to = (words?: string[]) => reports(sent(postOffice({ zone: ['@ MX 0 .'] }), [words ? notify(...words) : BRAM]));
    expect(to()).toEqual(['smtp.campus.example failed ada@campus.example']);
    expect(to(['FAILURE'])).toHaveLength(1);
    for (const words of [['NEVER'], ['SUCCESS'], ['DELAY'], ['SUCCESS', 'DELAY']]) expect(to(words)).toEqual([]);
  });

  it('of a delay unless NOTIFY says otherwise', () => {
    const to = (words?: string[]) =>
      reports(sent(postOffice({ partner: { down: true }, second: { down: true } }), [words ? notify(...words) : BRAM], DAY));
    expect(to()).toEqual(['smtp.campus.example delayed ada@campus.example']);
    expect(to(['DELAY', 'FAILURE'])).toHaveLength(1);
    for (const words of [['NEVER'], ['FAILURE'], ['SUCCESS']]) expect(to(words)).toEqual([]);
  });

  it('of success by the server that delivers, or by the last one that knows of DSN', () => {
    const world = sent(postOffice(), [notify('SUCCESS')]);
    expect(reports(world)).toEqual([`${PARTNER} delivered ada@campus.example`]);
    expect(inbox(world, 'campus', 'ada')).toHaveLength(1);
    expect(reports(sent(postOffice(noDsn), [notify('SUCCESS')]))).toEqual(['smtp.campus.example relayed ada@campus.example']);
    for (const words of [['FAILURE'], ['NEVER'], ['DELAY']]) expect(reports(sent(postOffice(noDsn), [notify(...words)]))).toEqual([]);
  });

  it('a list is expanded once, and its members report no success of their own (RFC 3461, 5.2.7.3)', () => {
    const aliases = { friends: [BRAM, 'cleo@partner.example'], away: [BRAM] };
    const list = sent(postOffice({ aliases }), [{ forwardPath: 'friends@campus.example', notify: ['SUCCESS'] }]);
    expect(reports(list)).toEqual(['smtp.campus.example expanded ada@campus.example']);
    expect(inbox(list, 'partner', 'bram')).toHaveLength(1);
    const single = sent(postOffice({ aliases }), [{ forwardPath: 'away@campus.example', notify: ['SUCCESS'] }]);
    expect(reports(single)).toEqual([`${PARTNER} delivered ada@campus.example`]);
  });

  it('nobody about a letter from nobody', () => {
    const world = sent(postOffice({ zone: ['@ MX 0 .'] }), [notify('FAILURE', 'SUCCESS')], 10 * MINUTE, { reversePath: '' });
    expect(reports(world)).toEqual([]);
    expect(fates(world)).toEqual([`discarded ${BRAM}`]);
    expect(eventsOf(world, 'mail.discarded')[0]!.reason).toContain('does not accept mail');
  });

  it('not about a report that cannot be delivered', () => {
    const world = sent(postOffice({ zone: ['@ MX 0 .'] }), [BRAM], 10 * MINUTE, { reversePath: 'gone@nowhere.example' });
    expect(fates(world)).toEqual([`bounced ${BRAM}`, 'discarded gone@nowhere.example']);
  });

  it('the sender elsewhere gets it over the wire, with the null reverse-path', () => {
    const world = sent(postOffice(), ['x@nowhere.example'], 10 * MINUTE, { reversePath: BRAM });
    const [report = ''] = inbox(world, 'partner', 'bram');
    expect(report).toMatch(/^Return-Path: <>\r\n/);
    expect(report).toContain('Final-Recipient: rfc822; x@nowhere.example');
  });
});

describe('what is in it', () => {
  it('ENVID, ORCPT and the letter, as RET says', () => {
    const to = { forwardPath: 'x@nowhere.example', originalRecipient: 'rfc822;first@list.example' };
    const [full, headers] = (['FULL', 'HDRS'] as const).map((returnContent) => {
      const world = sent(postOffice(), [to], 10 * MINUTE, { returnContent, envelopeId: 'QQ314159' });
      return inbox(world, 'campus', 'ada')[0]!;
    });
    for (const report of [full, headers]) {
      expect(report).toContain('Original-Envelope-Id: QQ314159\r\n');
      expect(report).toContain('Original-Recipient: rfc822;first@list.example\r\n');
    }
    expect(full).toContain('At noon?');
    expect(headers).not.toContain('At noon?');
  });

  it('one report for all of a domain that failed, each with its reason', () => {
    const world = sent(postOffice(), ['x@partner.example', 'y@partner.example']);
    const [report = '', ...more] = inbox(world, 'campus', 'ada');
    expect(more).toEqual([]);
    expect(report.match(/Final-Recipient/g)).toHaveLength(2);
    expect(report).toMatch(/Remote-MTA: dns; mx1\.partner\.example\r\nDiagnostic-Code: smtp; 550 5\.1\.1 /);
  });

  it('octets above 127: the report is octets too', () => {
    const world = postOffice();
    submit(world, [encodeUtf8('josé@partner.example')], { utf8: true }, encodeUtf8('Subject: Küche\r\n\r\nÜbrigens ☺\r\n'));
    runUntil(world, 10 * MINUTE);
    const [report = ''] = inbox(world, 'campus', 'ada');
    expect(report).toContain(encodeUtf8('Final-Recipient: utf-8; josé@partner.example'));
    expect(report).toContain(encodeUtf8('Übrigens ☺'));
    expect([...report].every((octet) => octet.charCodeAt(0) < 256)).toBe(true);
  });
});
