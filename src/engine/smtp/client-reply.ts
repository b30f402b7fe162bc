// Reads a server's replies (RFC 5321, 4.2), as tolerantly as can be: a line may end with a bare LF, and the text may be missing.
// Not put up with, because nobody could say what was meant: a line without a code, another code within a reply, and
// a reply without end.

import { decodeUtf8, type Bytes } from '../kernel/bytes';
import type { ReplyFacts } from '../kernel/trace';
import { takeLine } from '../mail/lines';

/** Octets of a reply; 4.5.3.1.5 asks for 512 a line. */
export const REPLY_OCTETS = 16_384;

const LINE = /^([1-5]\d\d)(?:([ -])([^]*))?$/;
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?: |$)/;

/** A reply as facts, and as it came. */
export interface ReplyRead extends ReplyFacts {
  wire: Bytes;
}

/** The reply that starts at `from`; null if its end has not come yet. */
export function takeReply(input: Bytes, from: number): ReplyRead | 'malformed' | null {
  const texts: Bytes[] = [];
  let code: string | undefined;
  for (let at = from; ;) {
    const line = takeLine(input, at);
    const next = line ? at + line.wire.length : input.length;
    if (next - from > REPLY_OCTETS) return 'malformed';
    if (!line) return null;
    const [, digits, mark, text = ''] = LINE.exec(line.text) ?? [];
    if (digits === undefined || (code !== undefined && digits !== code)) return 'malformed';
    code = digits;
    texts.push(text);
    at = next;
    if (mark !== '-') return { ...facts(code, texts), wire: input.slice(from, at) };
  }
}

/** An enhanced code counts only if its class is the code's (RFC 2034, 4); it stands on every line. */
function facts(code: string, texts: readonly Bytes[]): ReplyFacts {
  const [, enhanced] = ENHANCED.exec(texts[0] ?? '') ?? [];
  if (enhanced === undefined || enhanced[0] !== code[0]) return { code: Number(code), lines: texts.map(decodeUtf8) };
  const rest = (text: Bytes) => (text === enhanced ? '' : text.startsWith(`${enhanced} `) ? text.slice(enhanced.length + 1) : text);
  return { code: Number(code), enhanced, lines: texts.map((text) => decodeUtf8(rest(text))) };
}

/** EHLO keywords, upper case, with their parameters (4.1.1.1): the lines after the first. */
export function offeredBy({ lines }: ReplyFacts): Record<string, Bytes> {
  const offered: Record<string, Bytes> = {};
  for (const line of lines.slice(1)) {
    const [, keyword, parameters = ''] = /^([A-Za-z0-9][A-Za-z0-9-]*)(?:[ \t]+([!-~ ]*))?$/.exec(line) ?? [];
    if (keyword !== undefined) offered[keyword.toUpperCase()] = parameters.trim();
  }
  return offered;
}
