// What befalls a letter, as steps to be read. Tries that come to the same are one step that says how many there were.

import type { Instant } from '../../engine/kernel/schedule';
import type { ConnectionId, Seq } from '../../engine/kernel/trace';
import type { MessageKey, Values } from '../../messages/t';
import type { Letter, LetterEvent } from './letters';
import type { Phrase } from './phrase';
import { shortName, showBytes, showText } from './text';

/** How a step looks: what happens, what went well, what must wait, what went wrong. */
export type StepTone = 'neutral' | 'good' | 'later' | 'bad';

export interface JourneyStep extends Phrase {
  seq: Seq;
  at: Instant;
  tone: StepTone;
  /** The conversation in which it happened. */
  connection: ConnectionId | null;
  /** The try that it is part of. */
  transfer: number | null;
  /** That conversation begins with it. */
  opens: boolean;
  /** It is about a report, and not about the letter itself. */
  isReport: boolean;
}

/** The step that an event of this letter is; none for what the step after it tells too. */
export function stepOf(letter: Letter, event: LetterEvent): JourneyStep[] {
  const say = SAYS[event.type] as ((event: LetterEvent, letter: Letter) => Said) | undefined;
  if (!say) return [];
  const [key, tone, values] = say(event, letter);
  const connection = 'connection' in event ? event.connection : null;
  const { seq, at } = event;
  // What another host handed over was told of when that one called.
  const opens = event.type === 'mail.exchanger' || (event.type === 'mail.accepted' && letter.parent === null);
  const said = { host: shortName(showText(event.host)), ...values };
  const transfer = 'transfer' in event ? event.transfer : null;
  return [{ seq, at, key, values: said, tone, connection, transfer, opens, isReport: letter.report !== null }];
}

type Said = [key: MessageKey, tone: StepTone, values: Values];
type Sayings = { [T in LetterEvent['type']]?: (event: Extract<LetterEvent, { type: T }>, letter: Letter) => Said };

const list = (paths: readonly string[]) => paths.map((path) => showBytes(path)).join(', ');

const SAYS: Sayings = {
  'mail.accepted': ({ connection, queueId, forwardPaths, octets }, { report }) => {
    const key = report === null ? 'journey.accepted' : connection === null ? 'journey.written' : 'journey.acceptedReport';
    return [key, 'neutral', { queueId, path: list(forwardPaths), n: octets }];
  },
  'mail.expanded': ({ forwardPath, into }) => ['journey.expanded', 'neutral', { path: showBytes(forwardPath), into: list(into) }],
  'mail.delivered': ({ user, mailbox }) => ['journey.delivered', 'good', { user: showText(user), mailbox: showBytes(mailbox) }],
  'mail.try': ({ attempt, forwardPaths }) => ['journey.try', 'neutral', { attempt, path: list(forwardPaths) }],
  'mail.exchanger': ({ exchanger, address }) => ['journey.exchanger', 'neutral', { next: showText(exchanger), address: showText(address) }],
  'mail.relayed': ({ exchanger, reply }) => ['journey.relayed', 'good', { next: showText(exchanger), reply: showBytes(reply) }],
  'mail.deferred': (event) => ['journey.deferred', 'later', troubleOf(event)],
  'mail.bounced': (event) => ['journey.bounced', 'bad', troubleOf(event)],
  'mail.discarded': ({ forwardPath, reason }) => ['journey.discarded', 'bad', { path: showBytes(forwardPath), reason: showText(reason) }],
  'mail.reported': ({ action, to }) => [`journey.reported.${action}`, 'neutral', { to: showBytes(to) }],
};

function troubleOf({ forwardPath, status, diagnostic }: { forwardPath: string; status: string; diagnostic: string }): Values {
  return { path: showBytes(forwardPath), status, diagnostic: showBytes(diagnostic) };
}

/** Steps that belong together: one alone, or a try with whom it called and what came of it; and how many tries went just so. */
export interface Turn {
  first: JourneyStep;
  tries: number;
  /** Those of the latest try. */
  steps: JourneyStep[];
}

/** The steps as turns, in the order in which they begin. */
export function turnsOf(steps: readonly JourneyStep[]): Turn[] {
  const turns: JourneyStep[][] = [];
  const byTry = new Map<number, JourneyStep[]>();
  for (const step of steps) {
    const turn = step.transfer === null ? undefined : byTry.get(step.transfer);
    if (turn) turn.push(step);
    else turns.push([step]);
    if (step.transfer !== null && !turn) byTry.set(step.transfer, turns.at(-1)!);
  }
  return turns.reduce<Turn[]>(fold, []);
}

/** Tries that were put off just as the one before become one with it. */
function fold(turns: Turn[], steps: JourneyStep[]): Turn[] {
  const before = turns.at(-1);
  if (before && steps.at(-1)!.key === 'journey.deferred' && isSame(before.steps, steps)) {
    before.steps = steps;
    before.tries += 1;
  } else turns.push({ steps, first: steps[0]!, tries: 1 });
  return turns;
}

function isSame(a: readonly JourneyStep[], b: readonly JourneyStep[]): boolean {
  return a.length === b.length && a.every((step, i) => outcomeOf(step) === outcomeOf(b[i]!));
}

function outcomeOf({ key, values }: JourneyStep): string {
  return [key, values?.['next'], values?.['path'], values?.['diagnostic']].join(' ');
}
