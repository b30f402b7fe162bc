// The zones that the recorded name server was serving.

import { readdirSync, readFileSync } from 'node:fs';
import { parseZone } from '../../../src/engine/dns/zone';
import type { Zones } from '../../../src/engine/dns/types';

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
