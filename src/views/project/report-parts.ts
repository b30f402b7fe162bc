// A delivery report as its three parts (RFC 6522, 3): for people, for programs (RFC 3464), and what came back of the letter.

import { CRLF, type Bytes } from '../../engine/kernel/bytes';
import { fieldNamed, parseMessage } from '../../engine/mail/message';

export interface ReportPart {
  /** `header`: only the header section came back. */
  kind: 'people' | 'programs' | 'letter' | 'header';
  text: Bytes;
}

const TYPE = /^multipart\/report\s*;/i;
const BOUNDARY = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i;
const KINDS: readonly [RegExp, ReportPart['kind']][] = [
  [/^message\/(global-)?delivery-status/i, 'programs'],
  [/^message\/(rfc822|global)(?!-)/i, 'letter'],
  [/^(text\/rfc822-headers|message\/global-headers)/i, 'header'],
  [/^text\//i, 'people'],
];

/** True for the header section of a report (RFC 6522, 1). */
export function isReport(header: Bytes): boolean {
  return TYPE.test(contentType(header));
}

/** The parts of a report, in their order; none for a letter that is not one. What is no part of a report is left out. */
export function reportParts(header: Bytes, body: Bytes): ReportPart[] {
  const type = contentType(header);
  const [, quoted, bare] = BOUNDARY.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (!TYPE.test(type) || boundary === undefined) return [];
  const sections = `${CRLF}${body}`.split(`${CRLF}--${boundary}`);
  // Before the first delimiter stands a word for old programs, behind the last one nothing.
  return sections.slice(1).flatMap((section) => (section.startsWith('--') ? [] : partOf(section.replace(/^[ \t]*\r\n/, ''))));
}

function partOf(section: Bytes): ReportPart[] {
  const { body } = parseMessage(section);
  const type = contentType(section);
  const kind = KINDS.find(([pattern]) => pattern.test(type))?.[1];
  return kind ? [{ kind, text: body }] : [];
}

function contentType(content: Bytes): Bytes {
  return fieldNamed(parseMessage(content).fields, 'Content-Type')?.trim() ?? '';
}
