// What others may ask about the program in the foreground.

import type { Instant } from '../engine/kernel/schedule';
import type { ConnectionId } from '../engine/kernel/trace';
import { programNamed } from './registry';
import type { Reading, Terminal } from './types';

/** Who reads the keyboard: the prompt, a program that reads lines or keys, or nobody. */
export function readingOf(terminal: Terminal): Reading | 'prompt' {
  const process = terminal.job?.process;
  return process ? (programNamed(process.name)?.reading?.(process.memory) ?? 'nothing') : 'prompt';
}

/** The instant until which only time can help (`sleep`), so that the clock may jump there; null if there is none. */
export function sleepsUntil(terminal: Terminal): Instant | null {
  const process = terminal.job?.process;
  return (process && programNamed(process.name)?.sleepingUntil?.(process.memory)) ?? null;
}

/** The connection whose conversation the terminal shows; null if it shows none. */
export function foregroundConnection(terminal: Terminal): ConnectionId | null {
  const process = terminal.job?.process;
  return (process && programNamed(process.name)?.connection?.(process.memory)) ?? null;
}
