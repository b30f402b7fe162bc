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

/** A workstation, and a name server that is not recursive, as the recorded one was not. */
export function referenceWorld(): WorldData {
  const network = 'campus';
  const service = { port: 53 as const, protocol: 'dns' as const, zones: referenceApexes, recursive: false };
  return {
    start: '2026-11-23T11:41:15Z',
    networks: { [network]: { prefix: '192.0.2.0/24', resolver: '192.0.2.53', latency: 1 } },
    sites: {},
    hosts: {
      'ws1.campus.example': { addresses: ['192.0.2.10'], network, users: ['you'] },
      'ns1.campus.example': { addresses: ['192.0.2.53'], network, services: [service] },
    },
    zones: Object.fromEntries(referenceApexes.map((apex) => [apex, readFileSync(new URL(apex, FOLDER), 'utf8').split('\n')])),
    terminals: [{ name: 'main', host: 'ws1.campus.example', user: 'you' }],
  };
}
