// Whether a transcript is true: what the client says in it is said in the lesson's own world, and the
// server must answer as it stands there.

import type { TraceEvent } from '../engine/kernel/trace';
import type { Play } from './check-play';
import { TRANSCRIPT } from './transcript';
import type { Fault, Lesson } from './types';

/** Every fault of the transcript that playing shows, and of where it is shown. */
export function checkTranscript(lesson: Lesson, play: Play): Fault[] {
  const { transcript, steps } = lesson;
  const shown = steps.some(({ panel }) => panel === 'transcript');
  const file = TRANSCRIPT;
  if (!transcript) return shown ? [{ file, field: 'file', message: 'A step shows the transcript, but this file is missing.' }] : [];
  if (!shown) return [{ file, field: 'file', message: 'No step shows the transcript; one needs "panel": "transcript".' }];
  const said = transcript.lines.flatMap(({ side, text }) => (side === 'client' ? [text] : []));
  const played = play(
    lesson,
    [transcript.command, ...said].map((text) => ({ type: 'line', text })),
  );
  if (typeof played === 'string') return [{ file, field: 'all of it', message: played }];
  const answered = played.trace.flatMap(repliesIn);
  let next = 0;
  return transcript.lines.flatMap(({ side, text }, i): Fault[] => {
    if (side === 'client') return [];
    const really = answered[next++];
    if (really === text) return [];
    const message = really === undefined ? 'The server does not say this.' : `The server really says: ${really}`;
    return [{ file, field: `line ${i + 2}`, message }];
  });
}

function repliesIn(event: TraceEvent): string[] {
  if (event.type !== 'smtp.greeting' && event.type !== 'smtp.exchange' && event.type !== 'smtp.notice') return [];
  return event.wire.split('\r\n').slice(0, -1);
}
