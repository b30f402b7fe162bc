// A server that said 250 after the dot has taken responsibility (RFC 5321, 4.2.5). So each accepted
// letter is, for each recipient, in exactly one place: a mailbox, or with its sender as a report on why not. Letters that
// move on are in test/world/conservation.test.ts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEventOf } from '../src/engine/kernel/trace';
import type { World } from '../src/engine/world-types';
import { runClients, CAMPUS, type Client } from './support/smtp-world';
import { cutAt } from './support/feed';
import { clientOctets, cuts, letter } from './support/smtp-input';

const RUNS = { seed: 20240115, numRuns: 150 };

/** Where mail for these local parts must end, written down by hand. */
const PLACES: Record<string, string[]> = {
  you: ['you'],
  ada: ['ada'],
  'ada+lists': ['ada'],
  ADA: ['ada'],
  cleo: ['cleo'],
  postmaster: ['you'],
  staff: ['ada', 'you'],
  gone: ['!left-in-2020'],
  everyone: ['!left-in-2020', 'ada', 'cleo', 'you'],
};

const transaction = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...Object.keys(PLACES), 'nobody', '"a b"'), { minLength: 1, maxLength: 4 }),
    letter,
    fc.constantFrom(true, true, true, false),
  )
  .map(([names, content, finished]) =>
    [
      'MAIL FROM:<bram@partner.example>\r\n',
      ...names.map((name) => `RCPT TO:<${name}@campus.example>\r\n`),
      'DATA\r\n',
      content.replace(/^\./gm, '..'),
      finished ? '.\r\n' : '',
    ].join(''),
  );

const talk = fc.oneof(
  fc.array(transaction, { maxLength: 3 }).map((all) => ['EHLO x.example\r\n', ...all, 'QUIT\r\n'].join('')),
  clientOctets,
);

const client: fc.Arbitrary<Client> = fc
  .record({
    at: fc.nat(2000),
    from: fc.constantFrom('ws1.campus.example', 'ws2.campus.example', 'mail.partner.example'),
    port: fc.constantFrom(25, 2525),
    talk,
    /** null: a segment for each line. */
    cuts: fc.option(cuts, { freq: 2 }),
    pause: fc.constantFrom(0, 1, 50, 20_000),
    leaves: fc.constantFrom('finishes' as const, 'aborts' as const, 'waits' as const),
  })
  .map(({ talk: octets, cuts: places, ...rest }) => ({ ...rest, segments: places ? cutAt(octets, places) : octets.split(/(?<=\n)/) }));

const ofType = <T extends 'mail.accepted' | 'mail.delivered' | 'mail.bounced' | 'mail.discarded' | 'mail.expanded'>(
  world: World,
  type: T,
) => world.trace.filter((event): event is TraceEventOf<T> => event.type === type);

/** Who was given up, under the forward-path that led there. */
function bounces(world: World) {
  const expansions = ofType(world, 'mail.expanded');
  return ofType(world, 'mail.bounced').map((event) => {
    const index = expansions.findIndex(({ queueId, into }) => queueId === event.queueId && into.includes(event.forwardPath));
    const [from] = index < 0 ? [] : expansions.splice(index, 1);
    return { ...event, forwardPath: from?.forwardPath ?? event.forwardPath };
  });
}

describe('conservation of letters', () => {
  it('each accepted letter ends in one place for each recipient, and nothing else ends anywhere', () => {
    let letters = 0;
    const check = (clients: Client[]) => {
      const world = runClients(CAMPUS, 7, clients);
      const ends = [
        ...ofType(world, 'mail.delivered').map((event) => ({ ...event, place: event.user })),
        ...bounces(world).map((event) => ({ ...event, place: `!${/"(.*)@/.exec(event.diagnostic)?.[1]}` })),
      ];
      const all = ofType(world, 'mail.accepted');
      const accepted = all.filter(({ connection }) => connection !== null);
      // Nobody takes mail for partner.example here: each report is discarded, once, and not reported on.
      const reports = all.filter(({ connection }) => connection === null).map(({ queueId }) => queueId);
      expect(ofType(world, 'mail.discarded').map(({ queueId }) => queueId)).toEqual(reports);
      const reported = new Set(ofType(world, 'mail.bounced').map(({ report }) => report));
      expect([...reported].sort()).toEqual([...reports].sort());
      expect(new Set(accepted.map((event) => event.queueId)).size).toBe(accepted.length);
      for (const { queueId, forwardPaths } of accepted) {
        letters++;
        const mine = ends.filter((end) => end.queueId === queueId);
        const wanted = [...new Set(forwardPaths)].flatMap((path) =>
          PLACES[path.replace(/@[^@]*$/, '')]!.map((place) => `${path} ${place}`),
        );
        expect(mine.map((end) => `${end.forwardPath} ${end.place}`).sort()).toEqual(wanted.sort());
      }
      expect(ends.filter((end) => !accepted.some((event) => event.queueId === end.queueId))).toEqual([]);
      const stored = Object.entries(world.sites['campus']!.mailboxes).flatMap(([user, mailbox]) =>
        mailbox.messages.map(({ uid, content }) => `${user} ${uid} ${content.length} ${/ id (\w+)/.exec(content)?.[1]}`),
      );
      const told = ofType(world, 'mail.delivered').map((event) => `${event.user} ${event.uid} ${event.octets} ${event.queueId}`);
      expect(told.sort()).toEqual(stored.sort());
    };
    fc.assert(fc.property(fc.array(client, { minLength: 1, maxLength: 4 }), check), RUNS);
    expect(letters).toBeGreaterThan(100);
  });

  it('a positive reply to the dot or the last chunk and an accepted letter are the same thing', () => {
    const check = (clients: Client[]) => {
      const world = runClients(CAMPUS, 7, clients);
      const ended = world.trace.filter(
        (event) => event.type === 'smtp.exchange' && event.code === 250 && (event.verb === 'END' || /^BDAT +\d+ +LAST/i.test(event.line)),
      );
      const accepted = ofType(world, 'mail.accepted').filter(({ connection }) => connection !== null);
      expect(accepted.map((event) => event.connection).sort()).toEqual(
        ended.map((event) => (event as { connection: number }).connection).sort(),
      );
    };
    fc.assert(fc.property(fc.array(client, { minLength: 1, maxLength: 3 }), check), RUNS);
  });
});
