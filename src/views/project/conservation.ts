// No accepted letter is ever lost (RFC 5321, 4.2.5): for each recipient it is in exactly one place. Rule: what was accepted,
// and what aliases added, equals what waits, lies in mailboxes, was taken by a next server, came back, or was discarded with a
// reason. Each of these is counted from events of its own, so that a slip anywhere makes the sum wrong.

import type { TraceEvent } from '../../engine/kernel/trace';
import { advanceFold, handle, type Folded, type Handlers } from './fold';
import { letterKey } from './letters';

/** Recipients, each once: a letter for three of them counts three. */
export interface Counts {
  accepted: number;
  queue: number;
  mailboxes: number;
  relayed: number;
  bounced: number;
  discarded: number;
}

export interface Conservation extends Folded, Counts {
  /** By host and queue id: who of a letter is still this host's affair, and how many of each. */
  open: Map<string, Map<string, number>>;
  /** By host and queue id: forward-paths that stand for others since they were expanded. */
  expanded: Map<string, Set<string>>;
  /** Something happened to a recipient who was nobody's affair: the sum cannot be trusted. */
  strays: number;
}

/** True while every accepted letter is in exactly one place for each recipient. */
export function balances({ accepted, queue, mailboxes, relayed, bounced, discarded, strays }: Conservation): boolean {
  return strays === 0 && accepted === queue + mailboxes + relayed + bounced + discarded;
}

/** The counts after the first `count` events. Continues `before` in place where it can; the old value must not be used any more. */
export function advanceConservation(before: Conservation | null, trace: readonly TraceEvent[], count: number): Conservation {
  return advanceFold(before, trace, count, empty, (sum, event) => handle(HANDLERS, sum, event));
}

function empty(): Conservation {
  const counts: Counts = { accepted: 0, queue: 0, mailboxes: 0, relayed: 0, bounced: 0, discarded: 0 };
  return { count: 0, last: undefined, ...counts, open: new Map(), expanded: new Map(), strays: 0 };
}

const HANDLERS: Handlers<Conservation> = {
  'mail.accepted': (sum, event) => {
    for (const path of event.forwardPaths) enter(sum, event, path);
  },
  'mail.expanded': (sum, event) => {
    if (take(sum, event, event.forwardPath)) sum.accepted -= 1;
    const key = letterKey(event);
    sum.expanded.set(key, (sum.expanded.get(key) ?? new Set()).add(event.forwardPath));
    for (const path of event.into) enter(sum, event, path);
  },
  'mail.delivered': (sum, event) => {
    const behindAlias = sum.expanded.get(letterKey(event))?.has(event.forwardPath) ?? false;
    if (take(sum, event, behindAlias ? event.mailbox : event.forwardPath)) sum.mailboxes += 1;
  },
  'mail.relayed': (sum, event) => {
    if (take(sum, event, event.forwardPath)) sum.relayed += 1;
  },
  'mail.bounced': (sum, event) => {
    if (take(sum, event, event.forwardPath)) sum.bounced += 1;
  },
  'mail.discarded': (sum, event) => {
    if (take(sum, event, event.forwardPath)) sum.discarded += 1;
  },
};

interface Of {
  host: string;
  queueId: string;
}

function enter(sum: Conservation, of: Of, path: string): void {
  const open = sum.open.get(letterKey(of)) ?? new Map<string, number>();
  sum.open.set(letterKey(of), open.set(path, (open.get(path) ?? 0) + 1));
  sum.accepted += 1;
  sum.queue += 1;
}

/** Takes a recipient out of the host's hands; false, and a stray, if it was not in them. */
function take(sum: Conservation, of: Of, path: string): boolean {
  const open = sum.open.get(letterKey(of));
  const times = open?.get(path);
  if (!open || times === undefined) {
    sum.strays += 1;
    return false;
  }
  const left = times - 1;
  if (left > 0) open.set(path, left);
  else open.delete(path);
  if (open.size === 0) sum.open.delete(letterKey(of));
  sum.queue -= 1;
  return true;
}
