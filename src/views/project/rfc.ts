// Where the rule for a command stands, and what the digits of a reply say in words.

import type { ReplyFacts, TraceEvent } from '../../engine/kernel/trace';
import type { GlassLabels } from '../../messages/en-glass';
import { optionalLabel } from './labels';

export interface Rule {
  rfc: number;
  section: string;
}

const SECTIONS: Record<string, Rule> = {
  EHLO: { rfc: 5321, section: '4.1.1.1' },
  HELO: { rfc: 5321, section: '4.1.1.1' },
  MAIL: { rfc: 5321, section: '4.1.1.2' },
  RCPT: { rfc: 5321, section: '4.1.1.3' },
  DATA: { rfc: 5321, section: '4.1.1.4' },
  END: { rfc: 5321, section: '4.1.1.4' },
  BDAT: { rfc: 3030, section: '2' },
  RSET: { rfc: 5321, section: '4.1.1.5' },
  VRFY: { rfc: 5321, section: '4.1.1.6' },
  EXPN: { rfc: 5321, section: '4.1.1.7' },
  HELP: { rfc: 5321, section: '4.1.1.8' },
  NOOP: { rfc: 5321, section: '4.1.1.9' },
  QUIT: { rfc: 5321, section: '4.1.1.10' },
  STARTTLS: { rfc: 3207, section: '4' },
  AUTH: { rfc: 4954, section: '4' },
  ETRN: { rfc: 1985, section: '5' },
};

const GREETING: Rule = { rfc: 5321, section: '3.1' };
const TRANSPARENCY: Rule = { rfc: 5321, section: '4.5.2' };
const TERMINATION: Rule = { rfc: 5321, section: '3.8' };
const UNKNOWN: Rule = { rfc: 5321, section: '4.2.4' };

/** The rule that an event of a conversation follows; undefined where none is known. */
export function ruleOf(event: TraceEvent): Rule | undefined {
  switch (event.type) {
    case 'smtp.greeting':
      return GREETING;
    case 'smtp.content':
      return TRANSPARENCY;
    case 'smtp.notice':
      return TERMINATION;
    case 'smtp.exchange':
      if (Object.hasOwn(SECTIONS, event.verb)) return SECTIONS[event.verb];
      return event.code === 500 || event.code === 502 ? UNKNOWN : undefined;
    default:
      return undefined;
  }
}

export function addressOf({ rfc, section }: Rule): string {
  return `https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section}`;
}

export interface Meaning {
  digits: string;
  words: string;
}

/** What a reply's digits say: the first one, then the enhanced code, or else the second one (RFC 5321, 4.2.1; RFC 3463, 3). */
export function meaningOf({ code, enhanced }: Pick<ReplyFacts, 'code' | 'enhanced'>, labels: GlassLabels): Meaning[] {
  const digits = String(code);
  const second = enhanced === undefined ? `class.${digits[1]}` : `enhanced.${enhanced.split('.').slice(1).join('.')}`;
  return [
    { digits: `${digits[0]}yz`, words: optionalLabel(labels, `digit.${digits[0]}`) },
    { digits: enhanced ?? `x${digits[1]}z`, words: optionalLabel(labels, second) },
  ].filter((meaning): meaning is Meaning => meaning.words !== undefined);
}
