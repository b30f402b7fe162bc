import { describe, expect, it } from 'vitest';
import { runUntil } from '../../../src/engine/world';
import { CAMPUS, DAY, eventsOf, fates, HOUR, inbox, MINUTE, PARTNER, postOffice, sent, waitingAt } from '../../support/post-office';

const called = (world: ReturnType<typeof postOffice>) => eventsOf(world, 'mail.exchanger').map(({ address }) => address);
const BRAM = 'bram@partner.example';

describe('the way of a letter', () => {
  it('the best exchanger first, the next one where it does not answer', () => {
    expect(called(sent(postOffice(), [BRAM]))).toEqual(['198.51.100.130']);
    const world = sent(postOffice({ partner: { down: true } }), [BRAM]);
    expect(called(world)).toEqual(['198.51.100.130', '198.51.100.131']);
    expect(inbox(world, 'partner', 'bram')).toHaveLength(1);
  });

  it('the next one too where a server puts the recipient off', () => {
    const world = sent(postOffice({ faults: [{ kind: 'reply', host: PARTNER, verb: 'RCPT', reply: '450 4.2.0 Later' }] }), [BRAM]);
    expect(called(world)).toEqual(['198.51.100.130', '198.51.100.131']);
    expect(fates(world)).toEqual([`relayed ${BRAM}`]);
  });

  it('not where it refuses one for good', () => {
    const world = sent(postOffice({ faults: [{ kind: 'reply', host: PARTNER, verb: 'RCPT', reply: '550 5.7.1 Never' }] }), [BRAM]);
    expect(called(world)).toEqual(['198.51.100.130']);
    expect(eventsOf(world, 'mail.bounced')).toMatchObject([{ forwardPath: BRAM, status: '5.7.1', exchanger: PARTNER }]);
  });

  it('all addresses of an exchanger, those of IPv6 first where the host has one', () => {
    const zone = ['@ MX 10 mx1', 'mx1 A 198.51.100.130', 'mx1 A 198.51.100.199', 'mx1 AAAA 2001:db8::130'];
    const addresses = ['192.0.2.58', '2001:db8::58'];
    const partner = { addresses: ['198.51.100.130', '2001:db8::130'] };
    expect(called(sent(postOffice({ zone, partner, campus: { addresses } }), [BRAM]))).toEqual(['2001:db8::130']);
    const silent = sent(postOffice({ zone, partner: { ...partner, down: true }, campus: { addresses } }), [BRAM]);
    expect(called(silent)).toEqual(['2001:db8::130', '198.51.100.130', '198.51.100.199']);
    expect(called(sent(postOffice({ zone, partner }), [BRAM]))).toEqual(['198.51.100.130']);
  });

  it('a literal address, a domain without MX, one behind an alias', () => {
    const zone = ['@ MX 10 mx1', '@ MX 20 mx2', 'mx1 A 198.51.100.130', 'mx2 A 198.51.100.131', 'shop CNAME partner.example.'];
    const routes = ['bram@[198.51.100.130]', 'bram@mx1.partner.example', 'bram@shop.partner.example'].map((to) => {
      const world = sent(postOffice({ zone }), [to]);
      return eventsOf(world, 'mail.route').map(({ source, exchangers }) => [source, ...exchangers]);
    });
    expect(routes).toEqual([
      [['literal', '0 198.51.100.130']],
      [['implicit', '0 mx1.partner.example']],
      [['mx', '10 mx1.partner.example', '20 mx2.partner.example']],
    ]);
  });

  it('a relay host, looked up without brackets only', () => {
    const both = ['partner.example', '[mx2.partner.example]', '[198.51.100.131]'].map((relayHost) => {
      const world = sent(postOffice({ campus: { mta: { relayHost } } }), ['x@nowhere.example']);
      return eventsOf(world, 'mail.route').flatMap(({ source, exchangers }) => [source, ...exchangers]);
    });
    expect(both).toEqual([
      ['relay host', '10 mx1.partner.example', '20 mx2.partner.example'],
      ['relay host', '0 mx2.partner.example'],
      ['relay host', '0 198.51.100.131'],
    ]);
  });

  it('a relay host that does not exist is its keeper’s trouble: letters wait', () => {
    const world = sent(postOffice({ campus: { mta: { relayHost: '[smtp.nowhere.example]' } } }), [BRAM]);
    expect(eventsOf(world, 'mail.deferred')).toMatchObject([{ forwardPath: BRAM, status: '4.4.4' }]);
    expect(waitingAt(world)).toHaveLength(1);
  });

  it('strict and lenient senders at an exchanger that is an alias', () => {
    const zone = ['@ MX 10 mail', 'mail CNAME mx1', 'mx1 A 198.51.100.130'];
    expect(fates(sent(postOffice({ zone, campus: { mta: { exchangers: 'strict' } } }), [BRAM]))).toEqual([`bounced ${BRAM}`]);
    expect(fates(sent(postOffice({ zone }), [BRAM]))).toEqual([`relayed ${BRAM}`]);
  });

  it.each([
    ['a null MX', { zone: ['@ MX 0 .'] }, BRAM, '5.1.10'],
    ['a domain that does not exist', {}, 'x@nowhere.example', '5.4.4'],
    ['an exchanger that does not exist', { zone: ['@ MX 10 gone'] }, BRAM, '5.4.4'],
    ['an exchanger without an address', { zone: ['@ MX 10 mx1', 'mx1 TXT "x"'] }, BRAM, '5.4.4'],
    ['only itself', { zone: ['@ MX 10 smtp.campus.example.'] }, BRAM, '5.4.6'],
    ['itself under another name', { zone: ['@ MX 10 mail', '@ MX 20 mx2', 'mail A 192.0.2.58', 'mx2 A 198.51.100.131'] }, BRAM, '5.4.6'],
  ])('%s ends it at once', (_, differences, to, status) => {
    const world = sent(postOffice(differences), [to]);
    expect(eventsOf(world, 'mail.bounced')).toMatchObject([{ forwardPath: to, status }]);
    expect(waitingAt(world)).toEqual([]);
    expect(inbox(world, 'campus', 'ada')).toHaveLength(1);
    expect(called(world)).toEqual([]);
  });

  it('a name server that is silent lets it wait', () => {
    const world = sent(
      postOffice({ faults: [{ kind: 'down', host: 'ns1.campus.example', from: 0, to: 2 * MINUTE }] }),
      [BRAM],
      20 * MINUTE,
    );
    expect(eventsOf(world, 'mail.deferred')).toMatchObject([{ status: '4.4.3', nextTry: 30 * MINUTE }]);
    runUntil(world, HOUR);
    expect(fates(world)).toEqual([`deferred ${BRAM}`, `relayed ${BRAM}`]);
  });

  it('letters for several domains: each goes its own way', () => {
    const world = sent(postOffice({ partner: { down: true }, second: { down: true } }), [BRAM, 'x@nowhere.example', 'you@campus.example']);
    expect(fates(world).sort()).toEqual(['bounced x@nowhere.example', `deferred ${BRAM}`]);
    expect(inbox(world, 'campus', 'you')).toHaveLength(1);
    expect(waitingAt(world).map(({ envelope }) => envelope.recipients)).toEqual([[{ forwardPath: BRAM }]]);
  });

  it('two hosts that relay to each other give up after fifty, and nobody gets a report about the report', () => {
    const service = { relayFor: 'anyone' };
    const loop = postOffice({
      service,
      partner: { mta: { relayHost: '[192.0.2.58]' } },
      campus: {
        mta: { relayHost: '[198.51.100.130]' },
        services: [{ port: 25, protocol: 'smtp', dialect: 'postfix-like', relayFor: 'anyone' }],
      },
    });
    sent(loop, ['x@third.example'], DAY);
    expect(eventsOf(loop, 'mail.relayed').length).toBeGreaterThan(40);
    expect(eventsOf(loop, 'mail.bounced')).toMatchObject([{ status: '5.4.0', report: expect.any(String) }]);
    expect(waitingAt(loop, CAMPUS).concat(waitingAt(loop, PARTNER))).toEqual([]);
    expect(inbox(loop, 'campus', 'ada')).toHaveLength(1);
  });
});
