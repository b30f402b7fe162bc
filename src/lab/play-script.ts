// A script played in a lab: what a person would type, with the rest that they would wait for.

import type { ScriptLine } from '../lesson/types';
import { input, runUntil, settle, type } from './lab';
import type { Lab } from './types';
import { withLine, zoneTextAt } from './zones';

/**
 * Plays one line at `terminal` and lets the world come to rest. Gives the terminal that the next line is for.
 * A line is typed and Enter pressed; @terminal opens that terminal if it is not there yet.
 */
export function playLine(lab: Lab, terminal: string, line: ScriptLine): string {
  switch (line.type) {
    case 'line':
      type(lab, terminal, `${line.text}\r`);
      settle(lab);
      return terminal;
    case 'keys':
      type(lab, terminal, line.keys);
      settle(lab);
      return terminal;
    case 'sleep':
      runUntil(lab, lab.world.now + line.milliseconds);
      return terminal;
    case 'predict':
      input(lab, { type: 'predict', step: line.step, option: line.option });
      return terminal;
    case 'answer':
      input(lab, { type: 'answer', step: line.step, item: line.item, value: line.value });
      return terminal;
    case 'zone': {
      const { apex, from, to } = line;
      const { trace } = lab.world;
      input(lab, { type: 'zone', apex, text: withLine(zoneTextAt(lab.lesson, trace, trace.length, apex), from, to) });
      settle(lab);
      return terminal;
    }
    case 'schedule': {
      const { step, first, factor, longest, lifetime } = line;
      input(lab, { type: 'schedule', step, first, factor, longest, lifetime });
      settle(lab);
      return terminal;
    }
    case 'terminal':
      if (!Object.hasOwn(lab.terminals, line.name)) input(lab, { type: 'open', terminal: line.name });
      return line.name;
    case 'ticks':
      return terminal;
  }
}
