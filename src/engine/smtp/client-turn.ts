// What the client's side works on: one call of the session.

import type { Bytes } from '../kernel/bytes';
import type { Instant } from '../kernel/schedule';
import type { ClientVerb } from './client-machine';
import type { Awaited, ClientEffect, ClientManner, ClientSession, ClientTimeouts } from './client-types';
import { verdictOn, type Judgement } from './client-verdict';

export interface ClientTurn {
  /** A draft: the session that the call was given stays as it is. */
  session: ClientSession;
  manner: ClientManner;
  now: Instant;
  effects: ClientEffect[];
}

/** What RFC 5321, 4.5.3.2 asks of a client at least. Milliseconds. */
export const DEFAULT_TIMEOUTS: ClientTimeouts = { greeting: 300_000, command: 300_000, data: 120_000, end: 600_000 };

/** How long the reply to this may take. Milliseconds. */
function patienceFor({ timeouts }: ClientManner, verb: ClientVerb): number {
  if (verb === 'GREETING') return timeouts.greeting;
  if (verb === 'DATA') return timeouts.data;
  return verb === 'END' || verb === 'BDAT' ? timeouts.end : timeouts.command;
}

/** The clock starts for the reply that is awaited first. */
export function startClock({ session, manner, now }: ClientTurn): void {
  const first = session.awaited[0];
  if (first) session.deadline = now + patienceFor(manner, first.verb);
}

/** Says commands, in one write, whose replies are awaited from now on. */
export function say(turn: ClientTurn, bytes: Bytes, ...commands: readonly Awaited[]): void {
  turn.effects.push({ type: 'send', bytes });
  turn.session.awaited = [...turn.session.awaited, ...commands];
  startClock(turn);
}

/** Gives these recipients their verdict. One that is there twice has two. */
export function settle({ session, effects }: ClientTurn, forwardPaths: readonly Bytes[], judgement: Judgement): void {
  const open = [...session.open];
  for (const forwardPath of forwardPaths) {
    const index = open.indexOf(forwardPath);
    if (index < 0) continue;
    open.splice(index, 1);
    effects.push({ type: 'verdict', verdict: verdictOn(session, forwardPath, judgement) });
  }
  session.open = open;
}
