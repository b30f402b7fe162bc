import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { TraceEvent } from '../engine/kernel/trace';

/** SHA-256 of a trace, hex: over its events as JSON, one a line. Two equal traces have equal digests in every browser and in Node. */
export function traceHash(trace: readonly TraceEvent[]): string {
  return bytesToHex(sha256(utf8ToBytes(trace.map((event) => JSON.stringify(event) + '\n').join(''))));
}
