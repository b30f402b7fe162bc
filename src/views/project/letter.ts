// A letter as something to look at: header fields, then the body (RFC 5322, 2.1). It may be hostile
// and it may be huge, so every part is bounded; what is left out is counted.

import type { Bytes } from '../../engine/kernel/bytes';
import { canonicalLineEnds } from '../../engine/mail/lines';
import { parseMessage } from '../../engine/mail/message';
import { showBytes } from './text';

export const FIELDS_SHOWN = 40;
export const LINES_SHOWN = 200;
/** Octets shown of one field or line. */
export const LINE_SHOWN = 600;
const NAME_SHOWN = 80;

export interface ShownLine {
  text: string;
  /** Octets left out at its end. */
  cut: number;
}

export interface ShownField extends ShownLine {
  name: string;
}

export interface ShownLetter {
  fields: ShownField[];
  moreFields: number;
  /** The blank line has come, so what follows is body. */
  hasBody: boolean;
  body: ShownLine[];
  moreLines: number;
}

/** Content as received (dot-stuffing removed, perhaps unfinished) as a letter to look at. */
export function showLetter(content: Bytes): ShownLetter {
  const { fields, body } = parseMessage(canonicalLineEnds(content));
  const lines = body === '' ? [] : body.replace(/\r\n$/, '').split('\r\n');
  return {
    fields: fields.slice(0, FIELDS_SHOWN).map(({ name, value }) => ({ name: showBytes(name, NAME_SHOWN), ...showLine(unfolded(value)) })),
    moreFields: Math.max(0, fields.length - FIELDS_SHOWN),
    hasBody: body !== '' || content.endsWith('\n\r\n') || content === '\r\n',
    body: lines.slice(0, LINES_SHOWN).map(showLine),
    moreLines: Math.max(0, lines.length - LINES_SHOWN),
  };
}

/** A field that was folded with a tab reads as if that were a blank (RFC 5322, 2.2.3). */
const unfolded = (value: Bytes) => value.replaceAll('\t', ' ');

function showLine(line: Bytes): ShownLine {
  return { text: showBytes(line, LINE_SHOWN), cut: Math.max(0, line.length - LINE_SHOWN) };
}
