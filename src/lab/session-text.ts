// A conversation as text, the way the recorded ones in this project look: `C:` and `S:` before each line.

import { CRLF, LF, type Bytes } from '../engine/kernel/bytes';
import type { ConnectionId, Side, TraceEvent } from '../engine/kernel/trace';
import { visible } from '../engine/kernel/visible';

const SIGNS: Record<Side, string> = { client: 'C', server: 'S' };

/**
 * Everything that was said over a connection, a line of it in each line, in the order in which the lines were finished; at
 * last what was not. What is no text is shown as in a terminal. A line that ended with a bare LF has `\n` behind its sign.
 */
export function sessionText(trace: readonly TraceEvent[], connection: ConnectionId): string {
  const unfinished: Record<Side, Bytes> = { client: '', server: '' };
  const out: string[] = [];
  const write = (side: Side, sign: string, line: Bytes) => out.push(`${SIGNS[side]}${sign}: ${visible(line, '\t')}\n`);
  for (const event of trace) {
    if (event.type !== 'net.bytes' || event.connection !== connection) continue;
    const { side, bytes } = event;
    const lines = (unfinished[side] + bytes).split(LF);
    unfinished[side] = lines.pop() ?? '';
    for (const line of lines) {
      if (line.endsWith(CRLF.charAt(0))) write(side, '', line.slice(0, -1));
      else write(side, '\\n', line);
    }
  }
  for (const side of ['client', 'server'] as const) if (unfinished[side] !== '') write(side, '~', unfinished[side]);
  return out.join('');
}
