// Questions to name servers, and their answers, as datagrams: they take their time and may get lost. What a name
// server does with a question is in name-server.ts.

import { presentRecord } from '../dns/present';
import type { DnsFailure, DnsResponse, Question } from '../dns/types';
import { schedule } from '../kernel/schedule';
import type { HostName, Seq } from '../kernel/trace';
import type { PendingQuery, World } from '../world-types';
import {
  distance,
  dnsService,
  filterFor,
  hostByAddress,
  hostNamed,
  latency,
  networkOf,
  sourceAddress,
  UNREACHABLE_AFTER,
} from './topology';
import { record } from './trace';

const PORT = 53;

/** How often a program sends a question, and how long it waits each time. Milliseconds. */
export interface Patience {
  tries: number;
  timeout: number;
}

/** As the C library has it (resolv.conf: attempts, timeout). */
const PATIENCE: Patience = { tries: 2, timeout: 5_000 };

/** How a program asks. */
export interface Manner {
  /** Two tries of five seconds if absent. */
  patience?: Patience | undefined;
  /** False: the server shall say only what it knows itself (RD clear). True if absent. */
  recursionDesired?: boolean | undefined;
}

export interface AskRequest extends Manner {
  /** Whom to tell; null for a resolver, which is told by its resolution. */
  owner: string | null;
  from: HostName;
  /** Address of the name server; the network's resolver if absent. */
  server?: string | undefined;
  /** With or without the final dot: a program has already applied its search list. */
  name: string;
  type: Question['type'];
  class?: 'CH' | undefined;
  /** The resolver's search that this question is part of. */
  resolution?: number;
  cause?: Seq;
}

/** Sends a question. Told later: `answer`, with the response or with why there is none. Returns the query's id. */
export function ask(world: World, request: AskRequest): number {
  const { owner, from, patience = PATIENCE, recursionDesired = true, resolution, cause } = request;
  const id = world.nextId++;
  const server = request.server ?? networkOf(world, from).resolver;
  const name = request.name.endsWith('.') ? request.name : `${request.name}.`;
  const question: Question = { name, type: request.type, ...(request.class ? { class: request.class } : {}) };
  const host = hostByAddress(world, server);
  const to = host?.name ?? null;
  const seq = record(
    world,
    { type: 'dns.query', query: id, asker: from, server, to, name, recordType: question.type, recursionDesired },
    cause,
  );
  const query: PendingQuery = { id, owner, asker: from, server, question, recursionDesired, cause: seq };
  world.queries[id] = resolution === undefined ? query : { ...query, resolution };
  const failure = failureOf(world, from, server, patience);
  const giveUp = failure ?? { reason: 'timeout', after: patience.tries * patience.timeout };
  if (host && !failure) schedule(world.agenda, world.now + latency(world, from, host.name), { type: 'question', query: id });
  schedule(world.agenda, world.now + giveUp.after, { type: 'answer', query: id, response: giveUp.reason });
  return id;
}

/** What keeps every try from a name server, and how long it takes to find that out; null if nothing does. */
function failureOf(
  world: World,
  from: HostName,
  server: string,
  { tries, timeout }: Patience,
): { reason: DnsFailure; after: number } | null {
  const host = hostByAddress(world, server);
  const source = sourceAddress(hostNamed(world, from), server);
  const failed = (reason: DnsFailure, each: number) => ({ reason, after: tries * Math.min(each, timeout) });
  if (source === undefined) return failed('unreachable', 0);
  const action = filterFor(world, source, server, PORT)?.action;
  // To tear something down a filter needs a connection; a datagram it can only swallow.
  if (action === 'drop' || action === 'reset' || host?.down) return failed('timeout', timeout);
  const there = 2 * distance(world, from, host?.name ?? null);
  if (!host) return failed('unreachable', there + UNREACHABLE_AFTER);
  return action === 'reject' || !dnsService(host) ? failed('closed', there) : null;
}

/** A name server sends its answer. If its asker has given up meanwhile, nobody will read it. */
export function respond(world: World, from: HostName, query: PendingQuery, response: DnsResponse): void {
  schedule(world.agenda, world.now + latency(world, from, query.asker), { type: 'answer', query: query.id, response });
}

/** The answer came back, or it is certain that none will: the asker is told. Returns the event's number. */
export function settle(world: World, query: PendingQuery, response: DnsResponse | DnsFailure): Seq {
  delete world.queries[query.id];
  const { id, owner, asker, server, question } = query;
  const came = typeof response === 'string' ? null : response;
  const seq = record(
    world,
    {
      type: 'dns.answer',
      query: id,
      asker,
      server,
      name: question.name,
      recordType: question.type,
      status: typeof response === 'string' ? response : response.status,
      authoritative: came?.authoritative ?? false,
      answers: (came?.answer ?? []).map(presentRecord),
      authority: (came?.authority ?? []).map(presentRecord),
    },
    query.cause,
  );
  if (owner !== null) world.notices.push({ owner, notice: { type: 'answer', query: id, response } });
  return seq;
}
