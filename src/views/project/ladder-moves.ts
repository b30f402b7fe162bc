// Rows about letters that move: what came of handing one on.

import type { GlassLabels } from '../../messages/en-glass';
import { elapsed, fill } from './labels';
import type { Row } from './row';
import { shortName, showBytes, showText } from './text';
import type { Verdict } from './verdict';

/** A recipient of a letter was taken over, must wait, or was given up. */
export function moveRow(event: Verdict, labels: GlassLabels): Row {
  const text = fill(labels[`move.${KEYS[event.type]}`], valuesOf(event, labels));
  const { seq, at } = event;
  return { id: `${seq}:move`, seq, at, connection: null, side: null, kind: 'note', text, spoken: text, opens: true };
}

const KEYS = { 'mail.relayed': 'relayed', 'mail.deferred': 'deferred', 'mail.bounced': 'bounced', 'mail.discarded': 'discarded' } as const;

function valuesOf(event: Verdict, labels: GlassLabels): Record<string, string> {
  const values = { host: shortName(showText(event.host)), path: showBytes(event.forwardPath) };
  switch (event.type) {
    case 'mail.relayed':
      return { ...values, next: shortName(showText(event.exchanger)) };
    case 'mail.deferred':
      return { ...values, status: event.status, wait: elapsed(Math.max(0, event.nextTry - event.at), labels).replace('+', '') };
    case 'mail.bounced':
      return { ...values, status: event.status };
    case 'mail.discarded':
      return values;
  }
}
