// The coach speaks to people: what servers say to each other leaves what it says as it was.

import { describe, expect, it } from 'vitest';
import { isCarried } from '../../src/engine/kernel/carriers';
import { coach } from '../../src/lesson/coach';
import { traceWith } from '../support/moving-world';

describe('the coach, while letters move', () => {
  const trace = traceWith([['nobody@partner.example']]);
  const taken = trace.findIndex((event) => event.type === 'smtp.exchange' && event.verb === 'END');
  const bounced = trace.findIndex(({ type }) => type === 'mail.bounced');

  it('says nothing about a refusal that one server gave another, nor about the report', () => {
    const refused = trace.findIndex((event) => event.type === 'smtp.exchange' && event.verb === 'RCPT' && event.code === 550);
    expect(refused).toBeGreaterThan(taken);
    for (const count of [refused + 1, bounced + 1]) expect(coach(trace, count)).toEqual(coach(trace, taken + 2));
  });

  it('knows the connections that servers opened', () => {
    const connections = trace.flatMap((event) => (event.type === 'net.connect' ? [event.connection] : []));
    expect(connections.map((connection) => isCarried(trace, connection, trace.length))).toEqual([false, true]);
    expect(isCarried(trace, 999, trace.length)).toBe(false);
  });
});
