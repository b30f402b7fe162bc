// A host's queue (RFC 5321, 4.5.4): letters for elsewhere wait in it until another server takes them, or until their time is
// over. Everybody's next try is on the agenda.

import { schedule, type Instant } from '../kernel/schedule';
import type { HostName, Seq } from '../kernel/trace';
import { gapAfter, scheduleOf } from '../mta/schedules';
import type { QueuedLetter, RetrySchedule } from '../mta/types';
import type { Recipient } from '../smtp/types';
import type { Host, World } from '../world-types';
import { reportDelay, reportFailures, type Failure, type Letter } from './reports';
import { record } from './trace';
import { hostNamed } from './topology';

/** Puts a letter into the host's queue for these recipients; the first try is the next thing that happens. */
export function enqueue(world: World, host: Host, letter: Letter, recipients: Recipient[]): void {
  const { queueId, content } = letter;
  const plan = scheduleOf(host.mta?.schedule);
  const expires = world.now + lifetimeOf(plan, letter.envelope.reversePath === '');
  // Plain data has no Infinity: never is when it is given up.
  const warnAt = plan.warnAfter === undefined ? expires : world.now + plan.warnAfter;
  const envelope = { ...letter.envelope, recipients };
  const forwardPaths = recipients.map(({ forwardPath }) => forwardPath);
  const cause = record(world, { type: 'mail.queued', host: host.name, queueId, forwardPaths, nextTry: world.now, expires }, letter.cause);
  lettersOf(world, host.name)[queueId] = {
    queueId,
    envelope,
    content,
    arrived: world.now,
    attempts: 0,
    tried: world.now,
    nextTry: world.now,
    expires,
    warnAt,
    warned: false,
    troubles: {},
    transfers: [],
    cause,
  };
  schedule(world.agenda, world.now, { type: 'try', host: host.name, queueId });
  if (warnAt < expires) schedule(world.agenda, warnAt, { type: 'warn', host: host.name, queueId });
}

/** True once the sender of a letter ought to have been told that it waits, and was not. */
export function isWarningDue({ warned, warnAt }: QueuedLetter, now: Instant): boolean {
  return !warned && warnAt <= now;
}

/** The letters in a host's queue, by queue id. */
export function lettersOf(world: World, host: HostName): Record<string, QueuedLetter> {
  return (world.queues[host] ??= { letters: {} }).letters;
}

/** The letters in a host's queue. */
export function lettersInQueue(world: World, host: HostName): QueuedLetter[] {
  return Object.values(world.queues[host]?.letters ?? {});
}

/** The letter with this queue id, if it is still in the host's queue. */
export function letterIn(world: World, host: HostName, queueId: string): QueuedLetter | undefined {
  return world.queues[host]?.letters[queueId];
}

/** A recipient needs no more tries. Without any, the letter leaves the queue. */
export function removeRecipient(world: World, host: HostName, letter: QueuedLetter, forwardPath: string): void {
  letter.envelope.recipients = letter.envelope.recipients.filter((recipient) => recipient.forwardPath !== forwardPath);
  delete letter.troubles[forwardPath];
  if (letter.envelope.recipients.length === 0) delete lettersOf(world, host)[letter.queueId];
}

/** When a letter that is being tried would be tried next, were this try to fail. */
export function nextTryOf(host: Host, letter: QueuedLetter, now: number): number {
  const gap = gapAfter(scheduleOf(host.mta?.schedule), letter.attempts + 1, letter.tried - letter.arrived);
  return Math.min(Math.max(letter.tried + gap, now + 1), Math.max(letter.expires, now + 1));
}

/** The last of a letter's tries has ended, with recipients left over: it waits on, or its time is over. */
export function waitOn(world: World, host: Host, letter: QueuedLetter): void {
  const nextTry = nextTryOf(host, letter, world.now);
  letter.attempts++;
  if (world.now < letter.expires) {
    letter.nextTry = nextTry;
    schedule(world.agenda, letter.nextTry, { type: 'try', host: host.name, queueId: letter.queueId });
    // The machine was down when the warning was due.
    if (isWarningDue(letter, world.now)) onWarn(world, host.name, letter.queueId);
    return;
  }
  const failures = waiting(letter);
  for (const { recipient } of failures) removeRecipient(world, host.name, letter, recipient.forwardPath);
  reportFailures(
    world,
    host,
    letter,
    failures.map((failure) => ({ ...failure, trouble: { ...failure.trouble, status: '4.4.7' } })),
  );
}

/** A letter has waited long: its sender is told once. */
export function onWarn(world: World, name: HostName, queueId: string): void {
  const letter = letterIn(world, name, queueId);
  const host = hostNamed(world, name);
  if (!letter || host.down || !isWarningDue(letter, world.now)) return;
  const delayed = waiting(letter);
  // In the middle of a first try nobody can say yet what is wrong: it is told when the try has ended.
  if (delayed.length === 0) return;
  letter.warned = true;
  reportDelay(world, host, letter, delayed);
}

/** Tries all waiting letters of a host now (`postqueue -f`), or one of them. Returns their queue ids. */
export function flush(world: World, name: HostName, cause?: Seq, only?: string): string[] {
  const queueIds = Object.values(lettersOf(world, name))
    .filter((letter) => letter.transfers.length === 0 && (only === undefined || letter.queueId === only))
    .map((letter) => {
      letter.nextTry = world.now;
      schedule(world.agenda, world.now, { type: 'try', host: name, queueId: letter.queueId });
      return letter.queueId;
    });
  record(world, { type: 'mail.flushed', host: name, queueIds }, cause);
  return queueIds;
}

function waiting(letter: QueuedLetter): Failure[] {
  return letter.envelope.recipients.flatMap((recipient) => {
    const trouble = letter.troubles[recipient.forwardPath];
    return trouble ? [{ recipient, trouble }] : [];
  });
}

function lifetimeOf({ lifetime, reportLifetime }: RetrySchedule, isReport: boolean): number {
  return isReport ? (reportLifetime ?? lifetime) : lifetime;
}
