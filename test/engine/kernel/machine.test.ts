import { describe, expect, it } from 'vitest';
import { defineMachine } from '../../../src/engine/kernel/machine';

type Event = { type: 'OPEN' | 'CLOSE' | 'KNOCK'; hard?: boolean };
const door = defineMachine<'closed' | 'open', Event>({
  id: 'door',
  initial: 'closed',
  states: {
    closed: { OPEN: { to: 'open', when: (event) => event.hard === true }, KNOCK: {} },
    open: { CLOSE: { to: 'closed' } },
  },
});

describe('a machine from a table', () => {
  it('reads legality from the table, not from what moved', () => {
    expect(door.allows('closed', 'KNOCK')).toBe(true);
    expect(door.allows('closed', 'CLOSE')).toBe(false);
    expect(door.legal('closed')).toEqual(['OPEN', 'KNOCK']);
    expect(door.allows('closed', 'toString' as Event['type'])).toBe(false);
  });

  it('moves only where the guard holds', () => {
    expect(door.next('closed', { type: 'OPEN' })).toBe('closed');
    expect(door.next('closed', { type: 'OPEN', hard: true })).toBe('open');
    expect(door.next('closed', { type: 'KNOCK' })).toBe('closed');
  });

  it('answers an illegal event with an error that names machine, event and state', () => {
    expect(() => door.next('open', { type: 'KNOCK' })).toThrow('door: KNOCK is not legal in state open');
  });

  it('can be drawn from its table', () => {
    expect(door.states).toEqual(['closed', 'open']);
    expect(door.target('closed', 'OPEN')).toBe('open');
    expect(door.target('closed', 'KNOCK')).toBe('closed');
    expect(door.target('open', 'KNOCK')).toBeUndefined();
  });
});
