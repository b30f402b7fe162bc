// Plays a recorded dialogue against our server and says where the two differ.

import type { Bytes } from '../../src/engine/kernel/bytes';
import type { SmtpServer } from '../../src/engine/smtp/types';
import { loose, wording } from './loose';
import { Conversation } from './smtp';
import type { Step, Transcript } from './transcript';

export interface Difference {
  line: number;
  text: string[];
}

/** How replies become lines that are compared. */
export type View = (replies: Bytes, step: Step) => string[];

/** What the RFCs fix; EHLO keywords in `chosen` may be missing. */
export const looseView =
  (chosen: readonly string[]): View =>
  (replies, step) =>
    loose(replies, step.lines, chosen);

/** Every line as it was; lines with the EHLO keywords in `chosen` are left out, and what then is the last line is not marked as such. */
export const wordingView =
  (chosen: readonly string[]): View =>
  (replies) =>
    wording(replies)
      .map((line) => line.replace(/^(250)-/, '$1 '))
      .filter((line) => !chosen.includes(line.slice(4)));

/** A client's end of a session, however it reaches the server. Times in milliseconds. */
export interface Talker {
  readonly heard: Bytes;
  readonly closed: boolean;
  say(...pieces: Bytes[]): Bytes;
  /** Waits, and returns what the server said meanwhile. */
  wait(duration: number): Bytes;
  /** Lets time go by between two lines. */
  pass(duration: number): void;
  leave(): void;
}

/** Plays the client's part. Returns the conversation and every step where the server did not do as recorded. */
export function play(transcript: Transcript, server: SmtpServer, view: View): { conversation: Conversation; differences: Difference[] } {
  const conversation = new Conversation(server);
  return { conversation, differences: playWith(transcript, conversation, view) };
}

/** Plays the client's part over any connection. Returns every step where the server did not do as recorded. */
export function playWith(transcript: Transcript, conversation: Talker, view: View): Difference[] {
  const differences: Difference[] = [];
  for (const step of transcript.steps) {
    const hungUp = conversation.closed || step.does === 'close';
    const replies = act(conversation, step, transcript.quiet);
    const expected = [...view(step.expected, step), ...(step.serverCloses ? ['S-CLOSE'] : [])];
    const got = [...view(replies, step), ...(conversation.closed && !hungUp ? ['S-CLOSE'] : [])];
    if (expected.join('\n') !== got.join('\n')) differences.push({ line: step.line, text: describe(expected, got, replies) });
  }
  return differences;
}

function act(conversation: Talker, step: Step, quiet: number): Bytes {
  const written = step.lines.join('');
  const replies = step.does === 'connect' ? conversation.heard : written === '' ? '' : conversation.say(written);
  if (step.does === 'wait') return replies + conversation.wait(quiet);
  if (step.does === 'close') conversation.leave();
  conversation.pass(1000);
  return replies;
}

const describe = (expected: string[], got: string[], replies: Bytes): string[] => [
  `expected: ${expected.join(' | ') || '(nothing)'}`,
  `got:      ${got.join(' | ') || '(nothing)'}`,
  `          ${JSON.stringify(replies)}`,
];
