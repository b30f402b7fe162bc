// Letters through the whole world: connection, session, trace, mailbox.

import { createWorld } from '../../src/engine/world';
import { smallWorld } from '../support/small-world';
import { exponent, line, type Figure } from './figures';
import { handOver, type Route } from './letters';

const ROUTE: Route = { server: '192.0.2.25', sender: 'bram@partner.example', recipient: 'ada@campus.example' };

interface Run {
  milliseconds: number;
  /** Octets of the heap that stayed in use: world, mailbox and trace. */
  octets: number;
}

function deliver(letters: number): Run {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const world = createWorld(smallWorld(), 1);
  handOver(world, ROUTE, letters);
  const milliseconds = performance.now() - started;
  const stored = world.sites['campus']?.mailboxes['ada']?.messages.length;
  if (stored !== letters) throw new Error(`${stored} of ${letters} letters arrived`);
  globalThis.gc?.();
  return { milliseconds, octets: process.memoryUsage().heapUsed - before };
}

/** (c) Letters per second, and how time and memory grow from a thousand letters to a hundred thousand. */
export function smtpFigures(): Figure[] {
  deliver(1_000);
  const small = deliver(1_000);
  const large = deliver(100_000);
  const time = exponent(small.milliseconds, large.milliseconds, 100);
  const memory = exponent(small.octets, large.octets, 100);
  return [
    line('smtp: growth of time, 1,000 to 100,000 letters (exponent)', time, 1.05, `${Math.round(1e8 / large.milliseconds)} letters/s`),
    line(
      'smtp: growth of memory, 1,000 to 100,000 letters (exponent)',
      memory,
      1.05,
      `${Math.round(large.octets / 100_000)} octets a letter`,
    ),
  ];
}
