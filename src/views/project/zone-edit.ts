// What a zone editor shows beside the text: what is wrong with it, and which records differ from those of another text.

import { presentRecord } from '../../engine/dns/present';
import { zoneLines } from '../../engine/dns/zone-text';
import { readZone } from '../../engine/world';

export interface ZoneFault {
  /** From 1. */
  line: number;
  message: string;
}

export interface ZoneDifference {
  added: string[];
  removed: string[];
}

/** The faults of a text, in the order of its lines; none if it can be saved. */
export function faultsOf(apex: string, text: string): ZoneFault[] {
  return readZone(apex, text).faults;
}

/** The records that one text has and the other has not, as master-file lines. Lines that cannot be read do not count. */
export function difference(apex: string, before: string, after: string): ZoneDifference {
  const [old, present] = [before, after].map((text) => readZone(apex, text).zone.records.map(presentRecord)) as [string[], string[]];
  return { added: present.filter((line) => !old.includes(line)), removed: old.filter((line) => !present.includes(line)) };
}

/** Where a line begins and ends in a text, as offsets. Lines count from 1; past the end it is the end. */
export function lineRange(text: string, line: number): [number, number] {
  const lines = zoneLines(text);
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return [Math.min(start, text.length), Math.min(start + (lines[line - 1]?.length ?? 0), text.length)];
}
