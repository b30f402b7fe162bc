import type { Host } from '../engine/world-types';

const FIRST = 1000;

/** A user's number on a host: 0 for root, from 1000 on for the others in their order; negative for nobody. */
export function userNumber(host: Host, user: string): number {
  if (user === 'root') return 0;
  const index = (host.users ?? []).filter((name) => name !== 'root').indexOf(user);
  return index < 0 ? -1 : FIRST + index;
}
