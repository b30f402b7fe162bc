// H3, the last hint: what to do for a step, taken from the solution, so that it can never be out of date.
// Signs instead of words, so that it needs no translation:
//   NOOP …    typed, but no Enter yet; ⌫ is Backspace, ^] is Ctrl and ]
//   ⏎         Enter on an empty line
//   ⏱ 30s     let that much virtual time pass
//   ▸ name    go to that terminal
//   ✎ zone: line → line   change a zone; without the first line add one, without the second take it away
//   ⟳ 20m 1.5 4h 5d   try a schedule out: first gap, factor, longest gap, lifetime

import { visibleText } from '../engine/kernel/visible';
import type { ScriptLine } from './types';

/** The solution's lines between the tick before this step's and this step's own, predictions and answers left out. */
export function linesFor(solution: readonly ScriptLine[], step: string): string[] {
  const end = solution.findIndex((line) => line.type === 'ticks' && line.step === step);
  if (end < 0) return [];
  const before = solution.slice(0, end);
  const start = before.map((line) => line.type).lastIndexOf('ticks') + 1;
  return before.slice(start).flatMap(shown);
}

function shown(line: ScriptLine): string[] {
  switch (line.type) {
    case 'line':
      return [line.text === '' ? '⏎' : line.text];
    case 'keys':
      return line.keys.endsWith('\r') ? [keyNames(line.keys.slice(0, -1))] : [`${keyNames(line.keys)} …`];
    case 'sleep':
      return [`⏱ ${duration(line.milliseconds)}`];
    case 'terminal':
      return [`▸ ${line.name}`];
    case 'zone':
      return [`✎ ${line.apex}: ${line.from} → ${line.to}`];
    case 'schedule': {
      const { first, factor, longest, lifetime } = line;
      return [`⟳ ${duration(first)} ${factor} ${duration(longest)} ${duration(lifetime)}`];
    }
    case 'predict':
    case 'answer':
    case 'ticks':
      return [];
  }
}

const keyNames = (keys: string) => visibleText(keys.replace(/[\b\x7f]/g, '⌫').replaceAll('\r', '⏎'));

function duration(milliseconds: number): string {
  if (milliseconds % 86_400_000 === 0) return `${milliseconds / 86_400_000}d`;
  if (milliseconds % 3_600_000 === 0) return `${milliseconds / 3_600_000}h`;
  if (milliseconds % 60_000 === 0) return `${milliseconds / 60_000}m`;
  return `${milliseconds / 1000}s`;
}
