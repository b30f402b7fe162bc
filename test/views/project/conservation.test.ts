import { describe, expect, it } from 'vitest';
import { append, type TraceEvent } from '../../../src/engine/kernel/trace';
import { advanceConservation, balances, type Conservation } from '../../../src/views/project/conservation';
import { HOUR, traceWith } from '../../support/moving-world';

const letters = [
  ['bram@partner.example'],
  ['nobody@partner.example', 'staff@campus.example'],
  ['cleo@island.example', 'ADA@campus.example'],
];

const counts = ({ accepted, queue, mailboxes, relayed, bounced, discarded }: Conservation) => ({
  accepted,
  queue,
  mailboxes,
  relayed,
  bounced,
  discarded,
});

describe('the conservation counter', () => {
  it('knows where every letter is, and balances after every event', () => {
    const trace = traceWith(letters, HOUR / 2);
    let sum: Conservation | null = null;
    for (let count = 0; count <= trace.length; count++) {
      sum = advanceConservation(sum, trace, count);
      expect(balances(sum), `after ${count} events`).toBe(true);
    }
    // One for Bram on each of two hosts, Nobody, two behind the alias, Cleo, Ada, and the report.
    expect(counts(sum!)).toEqual({ accepted: 8, queue: 1, mailboxes: 5, relayed: 1, bounced: 1, discarded: 0 });
  });

  it('is done with a letter that was given up after five days', () => {
    const trace = traceWith([['cleo@island.example']], 130 * HOUR);
    const sum = advanceConservation(null, trace, trace.length);
    expect(balances(sum)).toBe(true);
    expect(counts(sum)).toMatchObject({ queue: 0, bounced: 1, mailboxes: 2 });
  });

  it('does not balance when a letter is lost or comes from nowhere', () => {
    const trace: TraceEvent[] = [...traceWith([['bram@partner.example']])];
    const delivered = trace.findIndex(({ type }) => type === 'mail.delivered');
    append(trace, trace.at(-1)!.at, {
      type: 'mail.discarded',
      host: 'mx.partner.example',
      queueId: 'X',
      forwardPath: 'bram@partner.example',
      reason: '',
    });
    expect(balances(advanceConservation(null, trace, trace.length))).toBe(false);
    expect(balances(advanceConservation(null, trace, delivered))).toBe(true);
  });
});
