// The top of the tree. A world lists only the zones it is about; what lies above and beside them is a root
// zone that hands on exactly these. So a name in none of them does not exist, and `example.`, which has
// names below it, does. The root's own names are made up from reserved ones.

import type { Zone, Zones } from './types';

const SOA = 'a.root-servers.example. hostmaster.root-servers.example. 2024010101 1800 900 604800 86400';

/** The root zone of a world: its own if it has one, else one that delegates the world's zones. */
export function rootZone(zones: Zones): Zone {
  const all = Object.values(zones);
  const own = all.find(({ apex }) => apex === '.');
  if (own) return own;
  return {
    apex: '.',
    records: [
      { name: '.', ttl: 86_400, type: 'SOA', data: SOA },
      { name: '.', ttl: 518_400, type: 'NS', data: 'a.root-servers.example.' },
      ...all.map(({ apex }) => ({ name: apex, ttl: 172_800, type: 'NS' as const, data: 'a.root-servers.example.' })),
    ],
  };
}
