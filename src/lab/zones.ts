// Zones that a learner may write anew, and what stands in them at some moment: what was saved last, else what the
// lesson begins with.

import { zoneText } from '../engine/dns/zone-text';
import type { TraceEvent } from '../engine/kernel/trace';
import type { Lesson } from '../lesson/types';

/** Apexes of the zones that may be written anew, as the lesson spells them: those that its world names, or all where nothing is asked. */
export function editableZones({ steps, world }: Lesson): string[] {
  return steps.length === 0 ? Object.keys(world.zones) : (world.editable ?? []);
}

/** The text of a zone after the first `count` events. Throws a RangeError if the lesson has no such zone. */
export function zoneTextAt(lesson: Lesson, trace: readonly TraceEvent[], count: number, apex: string): string {
  for (let i = count - 1; i >= 0; i--) {
    const event = trace[i]!;
    if (event.type === 'lab.zone' && event.apex === apex) return event.text;
  }
  return startingText(lesson, apex);
}

/** The text of a zone as the lesson begins with it. Throws a RangeError if the lesson has no such zone. */
export function startingText({ world, slug }: Lesson, apex: string): string {
  const lines = Object.hasOwn(world.zones, apex) ? world.zones[apex] : undefined;
  if (!lines) throw new RangeError(`"${slug}" has no zone "${apex}"`);
  return zoneText(apex, lines);
}

/**
 * The text with one record changed: the line that says `from`, whatever its blanks, says `to` instead. An empty `from`
 * adds a line, an empty `to` takes one away. Throws a RangeError if there is no such line.
 */
export function withLine(text: string, from: string, to: string): string {
  const lines = text.split('\n');
  if (from === '') return `${text.replace(/\n?$/, '\n')}${to}\n`;
  const at = lines.findIndex((line) => plain(line) === plain(from));
  if (at < 0) throw new RangeError(`the zone has no line "${from}"`);
  return [...lines.slice(0, at), ...(to === '' ? [] : [to]), ...lines.slice(at + 1)].join('\n');
}

const plain = (line: string) => line.trim().replace(/\s+/g, ' ');
