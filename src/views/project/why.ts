// Why a server said what it said: the rule behind the answer, and what led there.

import type { ReplyKey } from '../../engine/smtp/replies';
import type { Seq, TraceEvent } from '../../engine/kernel/trace';
import { advanceConversations } from './conversations';
import type { Phrase } from './phrase';
import { ruleOf, type Rule } from './rfc';
import { shortName, showBytes, showText, withoutLineEnd } from './text';
import { isMove, moveRule, moveSteps } from './why-moves';
import { RULES } from './why-rules';
import { connectSteps, sentSteps, SHOWN, specialSteps, stateSteps, type Reply, type WhyStep } from './why-steps';

export interface Why {
  /** Of the reply; null where it is about a letter. */
  code: number | null;
  /** The rule as a sentence, and where it stands. */
  because: Phrase;
  rule: Rule | undefined;
  /** What led here, the nearest first. */
  steps: WhyStep[];
}

/**
 * Why the reply in event `seq` was given, or why that befell a letter; null if it is neither, or a reply that no rule is known
 * for.
 */
export function whyOf(trace: readonly TraceEvent[], seq: Seq): Why | null {
  const event = trace[seq];
  if (event && isMove(event)) return { code: null, ...moveRule(event), steps: moveSteps(trace, event) };
  if (!event || !isReply(event) || !Object.hasOwn(RULES, event.reason)) return null;
  const reason = event.reason as ReplyKey;
  const past = advanceConversations(null, trace, seq).byConnection.get(event.connection) ?? [];
  const rule = RULES[reason];
  return {
    code: event.code,
    because: { key: `because.${reason}`, values: valuesOf(event) },
    rule: rule === 'verb' ? ruleOf(event) : rule,
    steps: [...sentSteps(trace, event), ...specialSteps(reason, past), ...stateSteps(event, past), ...connectSteps(trace, event)],
  };
}

function isReply(event: TraceEvent): event is Reply {
  return event.type === 'smtp.greeting' || event.type === 'smtp.exchange' || event.type === 'smtp.notice';
}

function valuesOf(event: Reply): Record<string, string> {
  const host = shortName(showText(event.host));
  if (event.type !== 'smtp.exchange') return { host };
  const argument = withoutLineEnd(event.line).text.replace(/^\s*\S+\s*/, '');
  const path = event.path === undefined ? showBytes(argument, SHOWN) : `<${showText(event.path, SHOWN)}>`;
  return { host, verb: showText(event.verb, SHOWN), path };
}
