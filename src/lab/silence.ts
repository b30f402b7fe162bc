// A terminal that shows a conversation and at which nobody types: after a while that is an event, so
// that a lesson can ask who has to speak now. The longest silence is told once.

import { encodeUtf8 } from '../engine/kernel/bytes';
import type { Instant } from '../engine/kernel/schedule';
import type { ConnectionId } from '../engine/kernel/trace';
import { record } from '../engine/world';
import { foregroundConnection } from '../shell/foreground';
import type { Terminal } from '../shell/types';
import type { Lab } from './types';

/** Milliseconds without a key. */
const SILENCE = 20_000;

/** When the next silence will have lasted long enough; Infinity if no conversation is waiting for its typist. */
export function nextSilence(lab: Lab): Instant {
  return Math.min(...waiting(lab).map(({ at }) => at), Infinity);
}

/** Records terminal.idle for every silence that is long enough by now. */
export function tellSilence(lab: Lab): void {
  for (const { terminal, connection, at } of waiting(lab)) {
    if (at > lab.world.now) continue;
    const silence = lab.silences[terminal.name];
    if (silence) silence.told = true;
    const unfinished = encodeUtf8(terminal.edit.text).length + (lab.world.sessions[connection]?.buffer.length ?? 0);
    record(lab.world, { type: 'terminal.idle', terminal: terminal.name, connection, unfinished, after: SILENCE });
  }
}

function waiting(lab: Lab): { terminal: Terminal; connection: ConnectionId; at: Instant }[] {
  return Object.values(lab.terminals).flatMap((terminal) => {
    const connection = foregroundConnection(terminal);
    const silence = lab.silences[terminal.name];
    // Only a conversation that goes on: a telnet that is still connecting waits for the network.
    const open = connection !== null && lab.world.connections[connection]?.state === 'open';
    if (!open || !silence || silence.told) return [];
    return [{ terminal, connection, at: Math.max(silence.since + SILENCE, lab.world.now) }];
  });
}
