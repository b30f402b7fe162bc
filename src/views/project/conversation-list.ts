// All conversations of a trace, numbered from 1 in the order in which they began, for whoever chooses one of them.

import { carrierAt } from '../../engine/kernel/carriers';
import type { TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import { continues, type Folded } from './fold';

export interface ListedConversation {
  connect: TraceEventOf<'net.connect'>;
  number: number;
  /** A server opened it, to hand a letter on. */
  carried: boolean;
}

export interface ConversationList extends Folded {
  /** Stays the same list as long as none is added, so that what is made from it need not be made again. */
  all: readonly ListedConversation[];
}

export const NO_CONVERSATIONS: ConversationList = { count: 0, last: undefined, all: [] };

/** The conversations of the first `count` events. Goes on from `before` if that is of the same trace; `before` stays as it is. */
export function listConversations(before: ConversationList, trace: readonly TraceEvent[], count: number): ConversationList {
  const from = continues(before, trace, count) ? before : NO_CONVERSATIONS;
  const added: ListedConversation[] = [];
  for (let i = from.count; i < count; i++) {
    const connect = trace[i]!;
    if (connect.type !== 'net.connect') continue;
    added.push({ connect, number: from.all.length + added.length + 1, carried: carrierAt(trace, i) !== undefined });
  }
  return { count, last: trace[count - 1], all: added.length > 0 ? [...from.all, ...added] : from.all };
}
