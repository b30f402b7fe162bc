// Runs a world of soak-world.ts for ten days, and looks at it after every event.

import { expect } from 'vitest';
import type { TraceEvent } from '../../src/engine/kernel/trace';
import { createWorld, handIn, lettersInQueue, nextDue, step } from '../../src/engine/world';
import type { World } from '../../src/engine/world-types';
import { advanceConservation, balances, type Conservation } from '../../src/views/project/conservation';
import { fatesIn } from './fates';
import { chanceFor, DAY, DOMAINS, HOUR, NAMES, soakWorld, SUBMITTERS } from './soak-world';

export const LETTERS = 1_000;
const DAYS = 10;

interface Submission {
  host: string;
  queueId: string;
  forwardPaths: string[];
}

export interface Soak {
  world: World;
  submissions: Submission[];
}

interface Run {
  /** Called after each step of the world. */
  look?: (world: World) => void;
  /** At this instant the world goes through JSON. */
  frozenAt?: number;
}

/** Ten days with a thousand letters, handed in during the first three at any instant. */
export function soak(seed: number, { look, frozenAt = Infinity }: Run = {}): Soak {
  let world = createWorld(soakWorld(seed), seed);
  const chance = chanceFor(seed + 1_000);
  const submissions: Submission[] = [];
  const until = (instant: number) => {
    while (nextDue(world) <= instant) {
      step(world);
      look?.(world);
    }
    world.now = instant;
  };
  const instants = Array.from({ length: LETTERS }, () => chance.below(3 * DAY)).sort((a, b) => a - b);
  for (const [index, instant] of instants.entries()) {
    until(instant);
    if (instant >= frozenAt && instants[index - 1]! < frozenAt) world = JSON.parse(JSON.stringify(world)) as World;
    const { host, domain } = chance.among(SUBMITTERS);
    const names = Array.from({ length: chance.among([1, 1, 1, 2, 4]) }, () => `${chance.among(NAMES)}@${chance.among(DOMAINS)}`);
    const forwardPaths = [...new Set(names)];
    const envelope = { reversePath: `ada@${domain}`, recipients: forwardPaths.map((forwardPath) => ({ forwardPath })), utf8: false };
    const content = `Subject: Letter ${index}\r\n\r\nA few words.\r\n`;
    submissions.push({ host, forwardPaths, queueId: handIn(world, host, { envelope, content, user: 1000 }, 0) });
  }
  until(DAYS * DAY);
  return { world, submissions };
}

/** Holds the sums after each event, and once an hour each queue against what the trace says is in it. */
export function conservation(): (world: World) => void {
  let sum: Conservation | null = null;
  let hour = 0;
  return (world) => {
    for (let count = (sum?.count ?? 0) + 1; count <= world.trace.length; count++) {
      sum = advanceConservation(sum, world.trace, count);
      if (!balances(sum)) throw new Error(`event ${count - 1}: ${JSON.stringify(world.trace[count - 1])}`);
    }
    if (world.now < hour) return;
    hour = world.now + HOUR;
    expect(sum === null ? [] : waiting(sum)).toEqual(inQueues(world));
  };
}

function waiting({ open }: Conservation): string[] {
  return [...open].flatMap(([key, paths]) => [...paths].map(([path, times]) => `${key} ${path} ${times}`)).sort();
}

function inQueues(world: World): string[] {
  return Object.keys(world.queues)
    .flatMap((host) =>
      lettersInQueue(world, host).flatMap(({ queueId, envelope }) =>
        envelope.recipients.map(({ forwardPath }) => `${host} ${queueId} ${forwardPath} 1`),
      ),
    )
    .sort();
}

/** Nothing is left to do in a world: no letter waits, no conversation goes on, nobody asks. */
export function expectRest(world: World): void {
  const { queues, transfers, connections, sessions, queries, resolutions } = world;
  const letters = Object.values(queues).flatMap((queue) => Object.keys(queue.letters));
  expect([letters, transfers, connections, sessions, queries, resolutions]).toEqual([[], {}, {}, {}, {}, {}]);
}

/** What was found about the letters of a run. */
export interface Told {
  delivered: number;
  bounced: number;
  twice: number;
}

/** Each sender learns each fate exactly once: of a copy that was given up by a report in its mailbox, of the others by hearing nothing. */
export function expectFates({ world, submissions }: Soak): Told {
  const fates = fatesIn(world.trace);
  const told: Told = { delivered: 0, bounced: 0, twice: 0 };
  const reportsTo = new Map(
    world.trace.flatMap((event) => (event.type === 'mail.reported' ? [[`${event.host} ${event.queueId}`, event.to]] : [])),
  );
  const counted = new Set<string>();
  for (const { host, queueId, forwardPaths } of submissions) {
    for (const path of forwardPaths) {
      const { delivered, reports, discarded, faults, twice, spread } = fates(host, queueId, path);
      const ends = delivered + reports.length;
      expect({ path, faults, discarded, untold: reports.filter((report) => report === null) }).toEqual({
        path,
        faults: [],
        discarded: 0,
        untold: [],
      });
      expect({ path, ends }).toEqual({ path, ends: 1 + twice + spread });
      told.delivered += delivered;
      told.bounced += reports.length;
      told.twice += twice;
      for (const report of reports as string[]) {
        if (counted.has(report)) continue;
        counted.add(report);
        const [by, id] = report.split(' ') as [string, string];
        const to = reportsTo.get(report) ?? '';
        const way = fates(by, id, to);
        expect({ report, to, faults: way.faults, lost: way.discarded, came: way.delivered }).toEqual({
          report,
          to,
          faults: [],
          lost: 0,
          came: 1 + way.twice,
        });
      }
    }
  }
  return told;
}

export const eventsOf = (trace: readonly TraceEvent[], type: TraceEvent['type']) => trace.filter((event) => event.type === type).length;
