// Letters that move: handed over at a submission server, found a way for by MX, relayed, delivered. And days of a world of
// twenty machines in which much goes wrong.

import { createWorld } from '../../src/engine/world';
import { movingWorld } from '../support/moving-world';
import { LETTERS, soak } from '../support/soak';
import { exponent, line, type Figure } from './figures';
import { handOver, type Route } from './letters';

const ROUTE: Route = { server: '192.0.2.58', sender: 'you@campus.example', recipient: 'bram@partner.example' };

/** Milliseconds for so many letters, each submitted, routed, relayed and delivered, at the pace at which a server takes them. */
function move(letters: number): number {
  globalThis.gc?.();
  const started = performance.now();
  const world = createWorld(movingWorld(), 1);
  handOver(world, ROUTE, letters);
  const milliseconds = performance.now() - started;
  const stored = world.sites['partner']?.mailboxes['bram']?.messages.length;
  if (stored !== letters) throw new Error(`${stored} of ${letters} letters arrived`);
  return milliseconds;
}

/** Letters per second from submission to mailbox, and how time grows; ten virtual days in a share of a minute. */
export function mailFigures(): Figure[] {
  move(1_000);
  const small = Math.min(move(1_000), move(1_000), move(1_000));
  const large = move(100_000);
  const growth = exponent(small, large, 100);
  const started = performance.now();
  const { world } = soak(1);
  const seconds = (performance.now() - started) / 1000;
  return [
    line(
      'mail: growth of time, 1,000 to 100,000 letters (exponent)',
      growth,
      1.05,
      `${Math.round(1e8 / large)} letters/s through submit, MX, relay and deliver`,
    ),
    line('mail: ten days of 20 machines, real seconds', seconds, 10, `${LETTERS} letters, ${world.trace.length} events`),
  ];
}
