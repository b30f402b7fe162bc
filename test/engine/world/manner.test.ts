import { describe, expect, it } from 'vitest';
import { restore, snapshot, switchDialect } from '../../../src/engine/world';
import { call, Caller, events, smallWorld } from '../../support/small-world';

const MX = 'mx1.campus.example';
const again = ({ world }: Caller) => new Caller(world, 'ws1.campus.example', '192.0.2.25').rest();

describe('switching a host’s dialect', () => {
  it('is for the next connection; the one that is open keeps its own', () => {
    const first = call().rest();
    switchDialect(first.world, MX, 'strict-teach');
    expect(first.say('MAIL FROM:<you@campus.example>').codes).toEqual(['220', '250']);
    expect(again(first).say('MAIL FROM:<you@campus.example>').codes).toEqual(['220', '503']);
    expect(events(first.world, 'smtp.greeting').map(({ dialect }) => dialect)).toEqual(['postfix-like', 'strict-teach']);
  });

  it('stands in the trace', () => {
    const { world } = call().rest();
    const seq = switchDialect(world, MX, 'strict-teach');
    expect(world.trace[seq]).toMatchObject({ type: 'lab.dialect', host: MX, dialect: 'strict-teach' });
  });

  it('leaves out how the host differed from its own dialect, until that is back', () => {
    const data = smallWorld();
    const [service] = data.hosts[MX]!.services!;
    if (service?.protocol === 'smtp') service.wording = { greeting: '220 {hostname} hello from us' };
    const first = call('ws1.campus.example', '192.0.2.25', 25, data).rest();
    switchDialect(first.world, MX, 'strict-teach');
    const second = again(first);
    switchDialect(first.world, MX, 'postfix-like');
    const third = again(first);
    expect([first, second, third].map(({ heard }) => heard.includes('hello from us'))).toEqual([true, false, true]);
  });

  it('survives a snapshot', () => {
    const { world } = call().rest();
    switchDialect(world, MX, 'strict-teach');
    const kept = restore(snapshot(world), world.trace);
    new Caller(kept, 'ws1.campus.example', '192.0.2.25').rest();
    expect(events(kept, 'smtp.greeting').at(-1)?.dialect).toBe('strict-teach');
  });

  it('is refused for what is not there', () => {
    const { world } = call();
    expect(() => switchDialect(world, 'mx9.campus.example', 'strict-teach')).toThrow(RangeError);
    expect(() => switchDialect(world, 'ws1.campus.example', 'strict-teach')).toThrow(/no SMTP listener/);
    expect(() => switchDialect(world, MX, 'lotus-like')).toThrow(RangeError);
    expect(events(world, 'lab.dialect')).toEqual([]);
  });
});
