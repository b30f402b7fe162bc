import { describe, expect, it } from 'vitest';
import { listConversations, NO_CONVERSATIONS } from '../../../src/views/project/conversation-list';
import { HOUR, labWith } from '../../support/moving-world';

const { trace } = labWith([['bram@partner.example']], HOUR).world;
const whole = listConversations(NO_CONVERSATIONS, trace, trace.length);

describe('the list of conversations', () => {
  it('tells those that servers began from those that people did, in their order', () => {
    expect(whole.all.map(({ number, connect, carried }) => [number, connect.from, carried])).toEqual([
      [1, 'ws1.campus.example', false],
      [2, 'smtp.campus.example', true],
    ]);
  });

  it('is the same wherever it went on, and the same object where none was added', () => {
    for (let count = 0; count <= trace.length; count++) {
      const part = listConversations(NO_CONVERSATIONS, trace, count);
      const on = listConversations(part, trace, trace.length);
      expect(on.all).toEqual(whole.all);
      if (part.all.length === whole.all.length) expect(on.all).toBe(part.all);
    }
  });

  it('begins anew for another trace', () => {
    const other = structuredClone(trace);
    expect(listConversations(whole, other, 0).all).toEqual([]);
    expect(listConversations(whole, other, other.length).all[0]!.connect).toBe(other.find(({ type }) => type === 'net.connect'));
  });
});
