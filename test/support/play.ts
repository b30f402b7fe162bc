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

/** Plays the client's part. Returns the conversation and every step where the server did not do as recorded. */
export function play(transcript: Transcript, server: SmtpServer, view: View): { conversation: Conversation; differences: Difference[] } {
  const conversation = new Conversation(server);
  const differences: Difference[] = [];
  for (const step of transcript.steps) {
    const hungUp = conversation.closed || step.does === 'close';
    const replies = act(conversation, step, transcript.quiet);
    const expected = [...view(step.expected, step), ...(step.serverCloses ? ['S-CLOSE'] : [])];
    const got = [...view(replies, step), ...(conversation.closed && !hungUp ? ['S-CLOSE'] : [])];
    if (expected.join('\n') !== got.join('\n')) differences.push({ line: step.line, text: describe(expected, got, replies) });
  }
  return { conversation, differences };
}

function act(conversation: Conversation, step: Step, quiet: number): Bytes {
  const written = step.lines.join('');
  const replies = step.does === 'connect' ? conversation.heard : written === '' ? '' : conversation.say(written);
  if (step.does === 'wait') return replies + conversation.wait(quiet);
  if (step.does === 'close') conversation.leave();
  conversation.now += 1000;
  return replies;
}

const describe = (expected: string[], got: string[], replies: Bytes): string[] => [
  `expected: ${expected.join(' | ') || '(nothing)'}`,
  `got:      ${got.join(' | ') || '(nothing)'}`,
  `          ${JSON.stringify(replies)}`,
];
