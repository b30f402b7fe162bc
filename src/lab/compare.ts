// The same client before several servers: what was typed in one conversation is said to a server of each
// dialect, and the answers are lined up line by line. Nothing here touches the lab's world. Rule: the servers
// get the octets in the segments and at the instants in which they came, so that one which minds commands
// sent ahead, or tires of waiting, does so here too.

import type { Bytes } from '../engine/kernel/bytes';
import { seedFor } from '../engine/kernel/random';
import type { Instant } from '../engine/kernel/schedule';
import type { ReplyGiven } from '../engine/kernel/trace';
import { expire, openSession, receive } from '../engine/smtp/session';
import { inDialect } from '../engine/smtp/settings';
import type { Peer, SmtpServer, Step } from '../engine/smtp/types';

/** What one client said. */
export interface Script {
  /** The server it spoke to, in the dialect in which that greeted. */
  server: SmtpServer;
  peer: Peer;
  /** When the server greeted. */
  opened: Instant;
  /** What reached it, and when. */
  segments: readonly { at: Instant; bytes: Bytes }[];
}

/** What a server of one dialect said to one line of the client. */
export interface Answers {
  /** Nothing for a line of the letter. More than one if the server also said something unasked. */
  replies: ReplyGiven[];
  /** The connection ended with it: `quit` if the client asked for that. `before`: it had ended earlier, and the line was never heard. */
  ended: 'no' | 'quit' | 'hungUp' | 'before';
}

/** How far the servers that still listened agree: on every digit, on the first one, or not even there. Null for fewer than two of them. */
export type Agreement = 'code' | 'digit' | 'none' | null;

export interface ComparedLine {
  /** As sent, with its line end; null for the greeting. */
  line: Bytes | null;
  /** How many lines this stands for: lines of the letter, to which nobody answers, are one. */
  lines: number;
  /** In the order of the dialects. */
  answers: Answers[];
  agreement: Agreement;
}

/** Plays the script to a server of each dialect. A last line without its end has no answer and is left out. */
export function compare(script: Script, dialects: readonly string[]): ComparedLine[] {
  const sent = script.segments.map(({ bytes }) => bytes).join('');
  const lines = sent.match(/[^\n]*\n/g) ?? [];
  const columns = dialects.map((dialect) => playTo({ ...script, server: inDialect(script.server, dialect) }, lines));
  const compared = [null, ...lines].map((line, row): ComparedLine => {
    const answers = columns.map((column) => column[row]!);
    return { line, lines: 1, answers, agreement: agreementOf(answers) };
  });
  return compared.reduce<ComparedLine[]>(fold, []);
}

/** One server's answers: to the greeting's place first, then to each line. */
function playTo({ server, peer, opened, segments }: Script, lines: readonly Bytes[]): Answers[] {
  const column: Answers[] = [null, ...lines].map(() => ({ replies: [], ended: 'no' }));
  const reader = { column, ends: endsOf(lines), row: 0, consumed: 0, closed: -1 };
  const begun = openSession(server, peer, opened, seedFor(0, server.hostname));
  let { session } = begun;
  note(reader, begun);
  for (const { at, bytes } of segments) {
    for (const step of [() => expire(session, at, server), () => receive(session, bytes, at, server)]) {
      const done = step();
      session = done.session;
      note(reader, done);
    }
  }
  if (reader.closed >= 0) for (const answers of column.slice(reader.closed + 1)) answers.ended = 'before';
  return column;
}

interface Reader {
  column: Answers[];
  /** Where each line ends in what was sent. */
  ends: readonly number[];
  /** The row of the latest exchange; 0 is the greeting's. */
  row: number;
  /** Octets the server has taken. */
  consumed: number;
  /** The row in which the connection ended; -1 before. */
  closed: number;
}

function endsOf(lines: readonly Bytes[]): number[] {
  let end = 0;
  return lines.map((line) => (end += line.length));
}

/** Puts what the server recorded into the rows of the lines that it was about. */
function note(reader: Reader, { effects }: Step): void {
  for (const effect of effects) {
    if (effect.type === 'close') reader.closed = reader.row;
    if (effect.type !== 'record') continue;
    const { event } = effect;
    if (event.type === 'smtp.content') take(reader, event.wire);
    if (event.type === 'smtp.exchange') take(reader, event.line);
    if (event.type === 'smtp.content' || event.type === 'mail.accepted') continue;
    const answers = reader.column[reader.row]!;
    answers.replies.push(replyOf(event));
    if (event.type === 'smtp.notice') answers.ended = 'hungUp';
    else if (event.type === 'smtp.exchange' && event.after === 'closed')
      answers.ended = event.verb === 'QUIT' && event.code < 400 ? 'quit' : 'hungUp';
  }
}

/** The server has read these octets; they end in the row of their last one. */
function take(reader: Reader, bytes: Bytes): void {
  reader.consumed += bytes.length;
  while (reader.row < reader.ends.length && (reader.row === 0 || reader.ends[reader.row - 1]! < reader.consumed)) reader.row++;
}

function replyOf({ code, enhanced, lines, reason }: ReplyGiven): ReplyGiven {
  return { code, ...(enhanced === undefined ? {} : { enhanced }), lines, reason };
}

function agreementOf(answers: readonly Answers[]): Agreement {
  const heard = answers.filter(({ ended }) => ended !== 'before').map(({ replies }) => replies.map(({ code }) => String(code)));
  const same = (of: (codes: string[]) => string) => new Set(heard.map(of)).size === 1;
  if (heard.length < 2) return null;
  if (same((codes) => codes.join(' '))) return 'code';
  return same((codes) => codes.map((code) => code[0]).join(' ')) ? 'digit' : 'none';
}

/** Lines to which nobody said anything become one. */
function fold(rows: ComparedLine[], row: ComparedLine): ComparedLine[] {
  const last = rows.at(-1);
  if (last && isQuiet(last) && isQuiet(row)) last.lines += 1;
  else rows.push(row);
  return rows;
}

function isQuiet({ line, answers }: ComparedLine): boolean {
  return line !== null && answers.every(({ replies }) => replies.length === 0) && answers.some(({ ended }) => ended !== 'before');
}
