// Reads what stands behind BDAT: so many octets, whatever they are (RFC 3030, 2). A refused chunk is read all the same, since
// its octets are no commands.

import type { Bytes } from '../kernel/bytes';
import type { Line } from '../mail/lines';
import { parseChunk } from './commands/bdat';
import { parseCommand } from './dispatch';
import type { Turn } from './turn';
import type { UnfinishedChunk } from './types';

/** The chunk that a command line begins; null if the line begins none. A chunk larger than any letter may be is not kept. */
export function chunkBehind({ settings }: Turn, line: Line): UnfinishedChunk | null {
  const { dialect, offered, limits } = settings;
  const { verb, argument } = parseCommand(line.text);
  if (verb !== 'BDAT' || !dialect.verbs.includes(verb) || !offered.includes('CHUNKING')) return null;
  const size = parseChunk(argument)?.size ?? null;
  return size === null ? null : { line, missing: size, octets: size > limits.messageOctets ? null : '' };
}

/** The chunk with what has come of it. */
export function continued({ line, missing, octets }: UnfinishedChunk, bytes: Bytes): UnfinishedChunk {
  return { line, missing: missing - bytes.length, octets: octets === null ? null : octets + bytes };
}
