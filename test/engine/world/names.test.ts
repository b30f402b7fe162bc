import { describe, expect, it } from 'vitest';
import { ask, createWorld, runUntil, takeNotices, type Patience } from '../../../src/engine/world';
import type { WorldData } from '../../../src/engine/world-types';
import { events, smallWorld } from '../../support/small-world';

/** What became of one question for mx1's address, and after how many milliseconds. */
function asked(server: string, { patience, data = smallWorld(), from = 'ws1.campus.example' }: Options = {}) {
  const world = createWorld(data, 1);
  ask(world, { owner: 'test', from, server, name: 'mx1.campus.example', type: 'A', patience });
  runUntil(world, 60_000);
  const [notice] = takeNotices(world).map(({ notice }) => notice);
  const response = notice?.type === 'answer' ? notice.response : undefined;
  const [event] = events(world, 'dns.answer');
  return { response: typeof response === 'string' ? response : response?.status, status: event?.status, after: event?.at };
}

interface Options {
  patience?: Patience;
  data?: WorldData;
  from?: string;
}

function filtered(action: 'drop' | 'reject' | 'reset', port?: number): WorldData {
  return { ...smallWorld(), filters: [{ from: '*', to: '192.0.2.53', action, ...(port === undefined ? {} : { port }) }] };
}

describe('a question', () => {
  it('is answered after a round trip', () => {
    expect(asked('192.0.2.53')).toEqual({ response: 'NOERROR', status: 'NOERROR', after: 4 });
  });

  it('to a machine that is down is given up after two tries of five seconds, or as long as the program likes', () => {
    expect(asked('198.51.100.99')).toEqual({ response: 'timeout', status: 'timeout', after: 10_000 });
    expect(asked('198.51.100.99', { patience: { tries: 3, timeout: 5000 } }).after).toBe(15_000);
    expect(asked('198.51.100.99', { patience: { tries: 1, timeout: 2000 } }).after).toBe(2000);
  });

  it('to a machine without a name server is refused at once, in every try', () => {
    expect(asked('192.0.2.25')).toEqual({ response: 'closed', status: 'closed', after: 8 });
    expect(asked('192.0.2.25', { patience: { tries: 1, timeout: 5000 } }).after).toBe(4);
  });

  it('to an address that nobody has comes back undeliverable', () => {
    expect(asked('192.0.2.200')).toMatchObject({ response: 'unreachable', after: 6008 });
    expect(asked('192.0.2.200', { patience: { tries: 3, timeout: 1000 } }).after).toBe(3000);
    expect(asked('2001:db8::53')).toMatchObject({ response: 'unreachable', after: 0 });
  });

  it('meets filters: silence where they drop, refusal where they reject; another port is no matter', () => {
    expect(asked('192.0.2.53', { data: filtered('drop') }).response).toBe('timeout');
    expect(asked('192.0.2.53', { data: filtered('reject', 53) })).toMatchObject({ response: 'closed', after: 8 });
    expect(asked('192.0.2.53', { data: filtered('reset') }).response).toBe('timeout');
    expect(asked('192.0.2.53', { data: filtered('drop', 25) }).response).toBe('NOERROR');
  });
});
