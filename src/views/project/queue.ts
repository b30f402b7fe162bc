// What waits in the queues of all hosts at a moment, why, and what the schedule has in store (RFC 5321, 4.5.4.1).

import type { Instant } from '../../engine/kernel/schedule';
import type { HostName, Seq } from '../../engine/kernel/trace';
import { gapAfter, scheduleOf } from '../../engine/mta/schedules';
import type { MtaData, RetrySchedule } from '../../engine/mta/types';
import type { WorldData } from '../../engine/world-types';
import { waitingFor, type Letter, type LetterEvent, type Letters } from './letters';
import { isVerdict } from './verdict';

/** Tries to come that are worked out ahead; beyond, the schedule says it all over again. */
const AHEAD = 80;

export interface Waiting {
  letter: Letter;
  forwardPaths: string[];
  /** When it came into the queue, and when it is given up. */
  since: Instant;
  expires: Instant;
  /** When tries began. */
  tries: Instant[];
  /** The number of the try in progress; null while none is. */
  trying: number | null;
  /** The next try; null while one is in progress. */
  nextTry: Instant | null;
  /** Those that follow, should all of them fail. */
  planned: Instant[];
  /** When its sender is told that it takes longer; null if it is not, or no longer to come. */
  warnAt: Instant | null;
  warned: boolean;
  /** The latest trouble, one for each recipient that has had any. */
  troubles: { forwardPath: string; status: string; diagnostic: string; seq: Seq }[];
}

export interface HostQueue {
  host: HostName;
  waiting: Waiting[];
}

/** The queues in which anything waits, in the order in which they first did; `world` says by which schedules. */
export function queuesAt({ all }: Letters, world: Pick<WorldData, 'hosts'>): HostQueue[] {
  const queues = new Map<HostName, Waiting[]>();
  for (const letter of all) {
    const waiting = waitingOf(letter, world.hosts[letter.host]?.mta);
    if (waiting) queues.set(letter.host, [...(queues.get(letter.host) ?? []), waiting]);
  }
  return [...queues].map(([host, waiting]) => ({ host, waiting }));
}

type Of<T extends LetterEvent['type']> = Extract<LetterEvent, { type: T }>;

function waitingOf(letter: Letter, mta: MtaData | undefined): Waiting | null {
  const ofType = <T extends LetterEvent['type']>(type: T) => letter.events.filter((event): event is Of<T> => event.type === type);
  const queued = ofType('mail.queued').at(-1);
  const forwardPaths = waitingFor(letter);
  if (!queued || forwardPaths.length === 0) return null;
  const tries = ofType('mail.try');
  const deferred = ofType('mail.deferred');
  const last = tries.at(-1);
  const trying = last !== undefined && !hasEnded(letter, last) ? last.attempt : null;
  const warned = ofType('mail.reported').some(({ action }) => action === 'delayed');
  const schedule = scheduleOf(mta?.schedule);
  const warnAt = schedule.warnAfter === undefined || warned || letter.reversePath === '' ? null : queued.at + schedule.warnAfter;
  const nextTry = trying !== null ? null : Math.max(queued.nextTry, ...deferred.slice(-forwardPaths.length).map((event) => event.nextTry));
  return {
    letter,
    forwardPaths,
    since: queued.at,
    expires: queued.expires,
    tries: [...new Set(tries.map(({ at }) => at))],
    trying,
    nextTry,
    planned: nextTry === null ? [] : plannedAfter(schedule, queued.at, nextTry, queued.expires, (last?.attempt ?? 0) + 1),
    warnAt: warnAt !== null && warnAt < queued.expires ? warnAt : null,
    warned,
    troubles: latestBy(deferred).filter(({ forwardPath }) => forwardPaths.includes(forwardPath)),
  };
}

/** A try has ended once all its recipients were judged. */
function hasEnded({ events }: Letter, { seq, forwardPaths }: Of<'mail.try'>): boolean {
  const judged = new Set(events.flatMap((event) => (event.seq > seq && isVerdict(event) ? event.forwardPath : [])));
  return forwardPaths.every((path) => judged.has(path));
}

function latestBy(deferred: readonly Of<'mail.deferred'>[]): Waiting['troubles'] {
  const latest = new Map(deferred.map((event) => [event.forwardPath, event]));
  return [...latest.values()].map(({ forwardPath, status, diagnostic, seq }) => ({ forwardPath, status, diagnostic, seq }));
}

/** Instants of the tries that would follow the next one, up to the end. `attempt` is the number of the next one. */
function plannedAfter(schedule: RetrySchedule, arrived: Instant, nextTry: Instant, expires: Instant, attempt: number): Instant[] {
  const planned: Instant[] = [];
  let at = nextTry;
  for (let i = 0; i < AHEAD; i++) {
    at += gapAfter(schedule, attempt + i, at - arrived);
    if (at >= expires) break;
    planned.push(at);
  }
  return planned;
}
