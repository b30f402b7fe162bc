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
  return [{ seq, at, key, values: said, tone, connection, opens, isReport: letter.report !== null }];
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

/** Steps that belong together: one alone, or a try with whom it called and, if it came to that, that it was put off; and how many tries went just so. */
export interface Turn {
  first: JourneyStep;
  tries: number;
  /** Those of the latest try. */
  steps: JourneyStep[];
}

/** The steps as turns. */
export function turnsOf(steps: readonly JourneyStep[]): Turn[] {
  const turns: Turn[] = [];
  for (let i = 0; i < steps.length;) {
    const turn = turnAt(steps, i);
    const before = turns.at(-1);
    if (before && turn.at(-1)!.key === 'journey.deferred' && isSame(before.steps, turn)) {
      before.steps = turn;
      before.tries += 1;
    } else turns.push({ steps: turn, first: turn[0]!, tries: 1 });
    i += turn.length;
  }
  return turns;
}

function turnAt(steps: readonly JourneyStep[], from: number): JourneyStep[] {
  const alone = [steps[from]!];
  if (alone[0]!.key !== 'journey.try') return alone;
  const end = steps.findIndex(({ key }, i) => i > from && key !== 'journey.exchanger');
  if (end < 0) return steps.slice(from);
  return steps.slice(from, steps[end]!.key === 'journey.deferred' ? end + 1 : end);
}

function isSame(a: readonly JourneyStep[], b: readonly JourneyStep[]): boolean {
  return a.length === b.length && a.every((step, i) => outcomeOf(step) === outcomeOf(b[i]!));
}

function outcomeOf({ key, values }: JourneyStep): string {
  return [key, values?.['next'], values?.['path'], values?.['diagnostic']].join(' ');
}
