// What the RFCs fix in a server's replies: code, enhanced code or none, one line or several, and for
// EHLO the set of keywords. Two servers that agree in this may word everything differently.

import type { Bytes } from '../../src/engine/kernel/bytes';

/**
 * One line of text per reply (and one per EHLO keyword, sorted) for comparison.
 * `lines` are the client's lines that these replies answer, in order; keywords in `withoutKeywords` are left out.
 */
export function loose(replies: Bytes, lines: readonly Bytes[], withoutKeywords: readonly string[] = []): string[] {
  return splitReplies(replies).flatMap((reply, index) => {
    const first = /^(\d{3})(?:[ -]([245]\.\d{1,3}\.\d{1,3})\b)?/.exec(reply[0]!);
    const facts = [first?.[1] ?? '?', first?.[2] ?? '-', reply.length > 1 ? 'several lines' : 'one line'].join(' ');
    if (first?.[1] !== '250' || !/^ehlo\b/i.test(lines[index] ?? '')) return [facts];
    const keywords = reply.slice(1).map((line) => line.slice(4).toUpperCase().split(' ')[0]!);
    const counted = [...new Set(keywords)].filter((keyword) => !withoutKeywords.includes(keyword)).sort();
    return [facts, ...counted.map((keyword) => `  EHLO ${keyword}`)];
  });
}

/** Reply lines without their line ends, by reply: after a line `250-` comes another of the same reply (RFC 5321, 4.2.1). */
export function splitReplies(bytes: Bytes): string[][] {
  const replies: string[][] = [];
  let more = false;
  for (const line of bytes.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const text = line.replace(/\r?\n$/, '');
    if (more) replies.at(-1)!.push(text);
    else replies.push([text]);
    more = /^\d{3}-/.test(text);
  }
  return replies;
}

/** Reply lines for comparing the wording: only queue ids, which no two letters share, and dates are masked. */
export function wording(replies: Bytes): string[] {
  return splitReplies(replies)
    .flat()
    .map((line) =>
      line.replace(/(queued as |OK id=)[\w-]+/, '$1ID').replace(/[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} [\d:]{8} \+0000$/, 'DATE'),
    );
}

/** The lines of a stored letter; queue ids and the dates of this year, which only the server writes, are masked. */
export function maskedLetter(letter: Bytes, year: number): string[] {
  return (
    letter
      .replace(new RegExp(`[A-Z][a-z]{2}, +\\d{1,2} [A-Z][a-z]{2} ${year} \\d\\d:\\d\\d:\\d\\d [+-]\\d{4}`, 'g'), 'DATE')
      .replace(/^(\tby .* with \w+ id )\w+/gm, '$1ID')
      .replace(/^(\tid )[0-9A-F]+;/gm, '$1ID;')
      .replace(/^(Message-Id: <)\d{14}\.\w+(@)/gm, '$1ID$2')
      // The boundary and the queue id in a report.
      .replace(/\b[0-9A-F]{10,12}\.\d{10}\//g, 'ID.SECONDS/')
      .replace(/^(X-Postfix-Queue-ID: )[0-9A-F]+/gm, '$1ID')
      .split('\n')
  );
}
