// A letter as something to look at: header fields, then the body (RFC 5322, 2.1). It may be hostile
// and it may be huge, so every part is bounded; what is left out is counted.

import type { Bytes } from '../../engine/kernel/bytes';
import { visible } from '../../engine/kernel/visible';
import { showBytes } from './text';

export const FIELDS_SHOWN = 40;
export const LINES_SHOWN = 200;
/** Octets shown of one field or line. */
export const LINE_SHOWN = 600;

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

/**
 * Content as received (dot-stuffing removed, possibly unfinished) as a letter. A line that is neither a field nor the
 * continuation of one ends the header, as mail programs take it.
 */
export function showLetter(content: Bytes): ShownLetter {
  const letter: ShownLetter = { fields: [], moreFields: 0, hasBody: false, body: [], moreLines: 0 };
  const { fields, bodyStart } = splitHeader(content);
  for (const field of fields.slice(0, FIELDS_SHOWN)) letter.fields.push(showField(field));
  letter.moreFields = fields.length - letter.fields.length;
  letter.hasBody = bodyStart !== null;
  if (bodyStart === null) return letter;
  let from = bodyStart;
  while (from < content.length) {
    const lf = content.indexOf('\n', from);
    const end = lf < 0 ? content.length : lf;
    if (letter.body.length < LINES_SHOWN) letter.body.push(showLine(content.slice(from, end).replace(/\r$/, '')));
    else letter.moreLines++;
    from = end + 1;
  }
  return letter;
}

const FIELD = /^[!-9;-~]+[ \t]*:/;

/** Raw fields with their folded lines, and where the body begins; null while the header may still go on. */
function splitHeader(content: Bytes): { fields: Bytes[]; bodyStart: number | null } {
  const fields: Bytes[] = [];
  let from = 0;
  while (from < content.length) {
    const lf = content.indexOf('\n', from);
    const end = lf < 0 ? content.length : lf;
    const line = content.slice(from, end).replace(/\r$/, '');
    if (line === '' && lf >= 0) return { fields, bodyStart: end + 1 };
    if (/^[ \t]/.test(line) && fields.length > 0) fields[fields.length - 1] += ` ${line.trimStart()}`;
    else if (FIELD.test(line)) fields.push(line);
    // Half a field name may still become one; a whole line cannot.
    else if (lf >= 0) return { fields, bodyStart: from };
    else if (line !== '') fields.push(line);
    from = end + 1;
  }
  return { fields, bodyStart: null };
}

function showField(field: Bytes): ShownField {
  const colon = field.indexOf(':');
  if (colon < 0) return { name: '', ...showLine(field) };
  return { name: visible(field.slice(0, Math.min(colon, 80)).trimEnd()), ...showLine(field.slice(colon + 1).trimStart()) };
}

function showLine(line: Bytes): ShownLine {
  return { text: showBytes(line, LINE_SHOWN), cut: Math.max(0, line.length - LINE_SHOWN) };
}
