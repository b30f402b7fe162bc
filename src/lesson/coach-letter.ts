// What a letter shows about how it was meant: dots (M07, M08, M09), the empty line (M10), and whom it names
// beside whom the envelope names (M12, M13, M14).

import { CRLF, type Bytes } from '../engine/kernel/bytes';
import type { TraceEvent, TraceEventOf } from '../engine/kernel/trace';
import { destinations } from '../engine/mail/destinations';
import { countFields, headerLength, parseMessage } from '../engine/mail/message';
import { isOf, latest, type Advice, type Exchange, type Trace } from './coach-trace';

type Content = TraceEventOf<'smtp.content'>;
type Accepted = TraceEventOf<'mail.accepted'>;

const DOT_AND_BLANKS = /^[ \t]*\.[ \t]*$/;

/** After a line of the letter: a dot that does not end it, or one that was taken away. */
export function lineAdvice(event: Content, trace: Trace): Advice | null {
  const line = lastLine(event, trace);
  const values = { host: event.host };
  if (!line.endsWith(CRLF) || !/^[ \t]*\./.test(line)) return null;
  if (DOT_AND_BLANKS.test(line.slice(0, -CRLF.length))) return { id: 'M08', key: 'coach.M08', values };
  return /^\.[^.]/.test(line) ? { id: 'M09', key: 'coach.M09', values } : null;
}

/** Nobody has typed for a while, and the server waits for the end of a letter. */
export function waitingAdvice(data: Exchange, idle: TraceEvent, trace: Trace): Advice {
  const values = { host: data.host };
  const content = latest(trace, idle, (event): event is Content | Exchange => {
    return isOf(event, 'smtp.content', data.connection) || isOf(event, 'smtp.exchange', data.connection);
  });
  const meantAsEnd = content?.type === 'smtp.content' && /\.[ \t]*\r\n$/.test(lastLine(content, trace));
  return meantAsEnd ? { id: 'M08', key: 'coach.M08', values } : { id: 'M07', key: 'coach.M07', values };
}

/** The last line of the letter so far, as received; it may have come in pieces. */
function lastLine(event: Content, trace: Trace): Bytes {
  let text = event.wire;
  for (let i = event.seq - 1; i >= 0 && !text.slice(0, -1).includes('\n'); i--) {
    const earlier = trace[i];
    if (!earlier || isOf(earlier, 'smtp.exchange', event.connection)) break;
    if (isOf(earlier, 'smtp.content', event.connection)) text = earlier.wire + text;
  }
  return text.slice(text.slice(0, -1).lastIndexOf('\n') + 1);
}

/** A letter was taken. */
export function acceptedAdvice(accepted: Accepted, trace: Trace): Advice {
  const { host, queueId, forwardPaths } = accepted;
  const content = contentOf(accepted, trace);
  if (countFields(parseMessage(content).fields, 'Bcc') > 0) return { id: 'M13', key: 'coach.M13', values: { host } };
  const onEnvelope = forwardPaths.map((path) => path.toLowerCase());
  const stranger = destinations(content).find((address) => !onEnvelope.includes(address.toLowerCase()));
  if (stranger !== undefined) return { id: 'M12', key: 'coach.M12', values: { host, address: stranger } };
  if (lacksEmptyLine(content)) return { id: 'M10', key: 'coach.M10', values: { host } };
  return { id: 'M14', key: 'coach.M14', values: { host, queueId } };
}

function lacksEmptyLine(content: Bytes): boolean {
  const header = headerLength(content);
  return header > 0 && header < content.length && !content.startsWith(CRLF, header);
}

/** The letter as it was sent, dot-stuffing removed: what came between 354 and the dot. */
export function contentOf(accepted: Accepted, trace: Trace): Bytes {
  const pieces: Bytes[] = [];
  for (let i = accepted.seq - 1; i >= 0; i--) {
    const event = trace[i];
    if (!event || (isOf(event, 'smtp.exchange', accepted.connection) && event.verb !== 'END' && event.verb !== 'BDAT')) break;
    if (isOf(event, 'smtp.content', accepted.connection)) pieces.push(event.content);
  }
  return pieces.reverse().join('');
}
