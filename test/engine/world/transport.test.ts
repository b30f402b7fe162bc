import { describe, expect, it } from 'vitest';
import { abort, createWorld, finish, ping, runUntil, send, takeNotices } from '../../../src/engine/world';
import { Caller, call, events, smallWorld } from '../../support/small-world';

describe('a connection attempt', () => {
  it('opens after a round trip, and the greeting comes one later', () => {
    const caller = call().wait(4);
    expect(caller.notices).toEqual([{ type: 'opened', connection: caller.connection }]);
    expect(caller.wait(3).heard).toBe('');
    expect(caller.wait(1).codes).toEqual(['220']);
  });

  it('is refused at once where nobody listens', () => {
    const caller = call('ws1.campus.example', '192.0.2.25', 23).wait(4);
    expect(caller.notices).toEqual([{ type: 'failed', connection: caller.connection, reason: 'refused' }]);
  });

  it('finds no route where no machine has the address', () => {
    const caller = call('ws1.campus.example', '192.0.2.200');
    expect(caller.wait(3000).notices).toEqual([]);
    expect(caller.wait(100).notices).toMatchObject([{ reason: 'unreachable' }]);
  });

  it('is repeated as Linux does and given up after 127 seconds when nothing comes back', () => {
    const caller = call('ws1.campus.example', '198.51.100.99').wait(126_999);
    expect(events(caller.world, 'net.retry').map(({ at }) => at)).toEqual([1000, 3000, 7000, 15_000, 31_000, 63_000]);
    expect(caller.notices).toEqual([]);
    expect(caller.wait(1).notices).toMatchObject([{ reason: 'timeout' }]);
  });

  it('meets filters: silence, refusal, and a reset after opening', () => {
    const results = (['drop', 'reject', 'reset'] as const).map((action) => {
      const data = smallWorld();
      data.filters = [{ from: '198.51.100.0/24', to: '*', port: 25, action }];
      return call('dsl-77.isp.example', '192.0.2.25', 25, data)
        .wait(200_000)
        .notices.map((notice) => ('reason' in notice ? notice.reason : notice.type));
    });
    expect(results).toEqual([['timeout'], ['refused'], ['opened', 'reset']]);
  });

  it('can be abandoned without another word', () => {
    const caller = call('ws1.campus.example', '198.51.100.99').wait(500);
    abort(caller.world, caller.connection);
    expect(caller.wait(200_000).notices).toEqual([]);
    expect(events(caller.world, 'net.failed')).toMatchObject([{ reason: 'abandoned' }]);
  });
});

describe('an open connection', () => {
  it('carries octets in order even where the link jitters', () => {
    const data = smallWorld();
    data.links = [{ between: ['ws1.campus.example', 'mx1.campus.example'], latency: 5, jitter: 50 }];
    const caller = call('ws1.campus.example', '192.0.2.25', 25, data).rest();
    for (const octet of 'NOOP\r\nNOOP\r\nQUIT\r\n') send(caller.world, caller.connection, octet);
    caller.rest();
    expect(caller.codes).toEqual(['220', '250', '250', '221']);
    const arrivals = events(caller.world, 'net.bytes').flatMap(({ side, arrives }) => (side === 'client' ? arrives : []));
    expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b));
  });

  it('ends when both sides have finished', () => {
    const caller = call().rest().say('QUIT');
    expect(caller.notices.at(-1)).toEqual({ type: 'finished', connection: caller.connection });
    expect(events(caller.world, 'net.closed')).toEqual([]);
    finish(caller.world, caller.connection);
    caller.rest();
    expect(events(caller.world, 'net.closed')).toHaveLength(1);
    expect(caller.world.connections).toEqual({});
    expect(caller.world.sessions).toEqual({});
  });

  it('ends a minute after the server has finished, whatever the client waits for', () => {
    const caller = call().rest().say('QUIT');
    caller.wait(59_000);
    expect(events(caller.world, 'net.closed')).toEqual([]);
    caller.wait(1_100);
    expect(events(caller.world, 'net.closed')).toHaveLength(1);
    expect(caller.world.connections).toEqual({});
    const before = caller.world.trace.length;
    send(caller.world, caller.connection, 'NOOP\r\n');
    finish(caller.world, caller.connection);
    expect(caller.rest().world.trace).toHaveLength(before);
  });

  it('is half-closed by a client that has said all: the server hangs up', () => {
    const caller = call().rest();
    send(caller.world, caller.connection, 'NOOP\r\n');
    finish(caller.world, caller.connection);
    caller.rest();
    expect(caller.codes).toEqual(['220', '250']);
    expect(events(caller.world, 'net.closed')).toHaveLength(1);
  });

  it('answers octets after its end with a reset', () => {
    const caller = call().rest().say('QUIT');
    send(caller.world, caller.connection, 'NOOP\r\n');
    expect(caller.rest().notices.at(-1)).toEqual({ type: 'reset', connection: caller.connection });
    expect(events(caller.world, 'net.reset')).toHaveLength(1);
  });

  it('is given up by the server after five quiet minutes, counted from the last line', () => {
    const caller = call().rest().wait(200_000).say('NOOP');
    expect(caller.wait(299_000).codes).toEqual(['220', '250']);
    expect(caller.wait(2_000).codes).toEqual(['220', '250', '421']);
  });
});

describe('ping', () => {
  it('tells a living machine from a silent one and from none', () => {
    const world = createWorld(smallWorld(), 1);
    const ask = (toAddress: string) => ping(world, { owner: 'test', from: 'ws1.campus.example', toAddress, number: 1 });
    for (const address of ['192.0.2.25', '198.51.100.99', '192.0.2.200']) ask(address);
    runUntil(world, 20_000);
    const outcomes = takeNotices(world).map(({ notice }) => (notice.type === 'pong' ? notice.outcome : ''));
    expect(outcomes.sort()).toEqual(['lost', 'reply', 'unreachable']);
  });
});

describe('two callers', () => {
  it('do not hear each other', () => {
    const world = createWorld(smallWorld(), 1);
    const one = new Caller(world, 'ws1.campus.example', '192.0.2.25').rest();
    const two = new Caller(world, 'dsl-77.isp.example', '192.0.2.25').rest();
    one.say('HELO one.example');
    two.say('MAIL FROM:<bram@partner.example>');
    expect(events(world, 'smtp.exchange').map(({ connection, verb }) => [connection, verb])).toEqual([
      [one.connection, 'HELO'],
      [two.connection, 'MAIL'],
    ]);
  });
});
