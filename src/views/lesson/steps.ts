// What the lesson pane shows, worked out from progress and trace. Nothing here is remembered.

import { Lexer } from 'marked';
import type { View } from '../../app/view';
import type { Seq } from '../../engine/kernel/trace';

/** Virtual milliseconds after which the last hint opens without a try. */
const HINT_PATIENCE = 20_000;

/**
 * Index of the step to show. A step that was ticked stays on the screen with its outcome until the learner
 * goes on: `seen` is the tick they went on from. The number of steps when the lesson is over.
 */
export function shownStep({ progress }: View, seen: Seq): number {
  const { index, done } = latestTick(progress.steps.map((step) => step.done));
  return done > seen ? index : progress.current;
}

/** The newest of the ticks: which step, and the event; -1 and -1 if there is none. */
export function latestTick(ticks: readonly (Seq | null)[]): { index: number; done: Seq } {
  let latest = { index: -1, done: -1 };
  for (const [index, done] of ticks.entries()) if (done !== null && done >= latest.done) latest = { index, done };
  return latest;
}

/** True if the last hint of step `index` may be opened: a line was typed or an answer given since the step was up, or 20 s went by. */
export function showMeIsOpen({ progress, trace, count, now }: View, index: number): boolean {
  const since = Math.max(-1, ...progress.steps.slice(0, index).map((step) => step.done ?? -1));
  if (now - (trace[since]?.at ?? 0) >= HINT_PATIENCE) return true;
  for (let i = since + 1; i < count; i++) {
    const event = trace[i]!;
    if (event.type === 'lesson.answered' || (event.type === 'terminal.enter' && event.text.trim() !== '')) return true;
  }
  return false;
}

/** True if a text shows something to type, set apart from the prose. */
export function hasCode(markdown: string): boolean {
  return Lexer.lex(markdown).some((token) => token.type === 'code');
}

/** One action of a generated hint (lesson/hints.ts) and how it is done. */
export type Action =
  | { type: 'line'; text: string }
  /** Typed, but no Enter yet. */
  | { type: 'open'; text: string }
  | { type: 'empty' }
  | { type: 'wait'; time: string }
  | { type: 'terminal'; name: string }
  | { type: 'schedule'; schedule: string }
  | { type: 'zone'; apex: string; from: string; to: string };

/** Reads the signs of lesson/hints.ts. */
export function actionOf(shown: string): Action {
  if (shown === '⏎') return { type: 'empty' };
  if (shown.startsWith('⏱ ')) return { type: 'wait', time: shown.slice(2).replace(/(\d)([a-z])/, '$1 $2') };
  const [, apex, from = '', to = ''] = /^✎ (\S+): (.*) ?→ ?(.*)$/.exec(shown) ?? [];
  if (apex !== undefined) return { type: 'zone', apex, from: from.trim(), to };
  if (shown.startsWith('⟳ ')) return { type: 'schedule', schedule: shown.slice(2) };
  if (shown.startsWith('▸ ')) return { type: 'terminal', name: shown.slice(2) };
  return shown.endsWith(' …') ? { type: 'open', text: shown.slice(0, -2) } : { type: 'line', text: shown };
}

/** What to copy for a row of actions: their lines, the last one without Enter. */
export function copyText(actions: readonly Action[]): string {
  const lines = actions.flatMap((action) => {
    if (action.type === 'empty') return [''];
    return action.type === 'line' || action.type === 'open' ? [action.text] : [];
  });
  return lines.join('\n');
}
