// The ways of cutting octets into segments. TCP promises the octets and their order, never the pieces,
// so whatever reads a stream must give the same result for all of these.

import type { Bytes } from '../../src/engine/kernel/bytes';

/** One octet at a time. */
export function byteByByte(bytes: Bytes): Bytes[] {
  return bytes.split('');
}

/** Cut at these places (any numbers; each is taken modulo the length). No piece is empty. */
export function cutAt(bytes: Bytes, places: readonly number[]): Bytes[] {
  const sorted = [...new Set(places.map((place) => place % Math.max(bytes.length, 1)))].sort((a, b) => a - b);
  const edges = [0, ...sorted.filter((place) => place > 0), bytes.length];
  return edges.slice(1).flatMap((edge, index) => (edge > edges[index]! ? [bytes.slice(edges[index], edge)] : []));
}
