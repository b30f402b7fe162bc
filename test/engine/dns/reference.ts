// The zones that the recorded name server was serving, and a world in which it is one that serves them.

import { readdirSync, readFileSync } from 'node:fs';
import { parseZone } from '../../../src/engine/dns/zone';
import type { Zones } from '../../../src/engine/dns/types';
import type { WorldData } from '../../../src/engine/world-types';

const FOLDER = new URL('../../worlds/reference/zones/', import.meta.url);

export const referenceApexes = readdirSync(FOLDER);

export function referenceZones(): Zones {
  const zones: Zones = {};
  for (const apex of referenceApexes) {
    const { zone, faults } = parseZone(apex, readFileSync(new URL(apex, FOLDER), 'utf8').split('\n'));
    if (faults.length > 0) throw new Error(`${apex}: ${JSON.stringify(faults)}`);
    zones[apex] = zone;
  }
  return zones;
}

/** The reference world, at the instant at which the name server was asked. */
export function referenceWorld(): WorldData {
  const { $schema: _, ...world } = JSON.parse(
    readFileSync(new URL('../../worlds/reference/world.json', import.meta.url), 'utf8'),
  ) as WorldData & {
    $schema?: string;
  };
  return { ...world, start: '2026-11-23T11:41:15Z' };
}
