// The way of a letter as a map: machines in columns, from where it began, and the letters that are somewhere on it at a moment.

import type { Instant } from '../../engine/kernel/schedule';
import type { HostName, TraceEvent } from '../../engine/kernel/trace';
import { progressOn, type Hop, type Journey } from './journey';
import { waitingFor, type Letter } from './letters';

export interface Place {
  host: HostName;
  column: number;
  row: number;
}

/** An envelope on the map: at a machine, or a part of the way (0 to 1) from it to the next. */
export interface Envelope {
  host: HostName;
  toward: HostName | null;
  progress: number;
  /** waiting: a host answers for it. stored: it lies in a mailbox. */
  state: 'waiting' | 'stored';
  report: boolean;
}

export interface PathMap {
  places: Place[];
  columns: number;
  rows: number;
}

/** Machines in as many columns as the longest way from the first one takes; those equally far stand under each other. */
export function mapOf({ origin, family, hops }: Journey): PathMap {
  const first = hops[0]?.from ?? origin.host;
  const columns = new Map<HostName, number>([[first, 0]]);
  for (const { from, to } of hops) {
    const at = columns.get(from) ?? 0;
    columns.set(from, at);
    // A way round leads through the machines between; a way back leads back.
    if (!columns.has(to) || (columns.get(to)! <= at && !leadsTo(hops, to, from))) columns.set(to, at + 1);
  }
  for (const { host } of family) if (!columns.has(host)) columns.set(host, 0);
  const taken = new Map<number, number>();
  const places = [...columns].map(([host, column]) => {
    const row = taken.get(column) ?? 0;
    taken.set(column, row + 1);
    return { host, column, row };
  });
  return { places, columns: Math.max(...columns.values()) + 1, rows: Math.max(...taken.values()) };
}

function leadsTo(hops: readonly Hop[], from: HostName, to: HostName, seen: readonly HostName[] = []): boolean {
  return from === to || hops.some((hop) => hop.from === from && !seen.includes(hop.to) && leadsTo(hops, hop.to, to, [...seen, from]));
}

/** Where envelopes are at an instant, after the first `count` events. */
export function envelopesAt({ family, hops }: Journey, trace: readonly TraceEvent[], count: number, now: Instant): Envelope[] {
  return family.flatMap((letter): Envelope[] => {
    const report = letter.report !== null;
    const waits = waitingFor(letter).length > 0;
    const hop = hops.find(({ carried, outcome }) => carried === letter && outcome === 'under way');
    // The next host has said 250, or is about to: the envelope is drawn there.
    if (waits && hop && family.some(({ connection }) => connection === hop.connection)) return storedAt(letter);
    if (waits && hop)
      return [{ host: letter.host, toward: hop.to, progress: progressOn(trace, hop.connection, now, count), state: 'waiting', report }];
    if (waits) return [{ host: letter.host, toward: null, progress: 0, state: 'waiting', report }];
    return storedAt(letter);
  });
}

function storedAt(letter: Letter): Envelope[] {
  if (!letter.events.some(({ type }) => type === 'mail.delivered')) return [];
  return [{ host: letter.host, toward: null, progress: 0, state: 'stored', report: letter.report !== null }];
}
