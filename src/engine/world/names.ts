// Questions to name servers, and their answers, as datagrams: they take their time and may get lost.

import { answer } from '../dns/lookup';
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

export interface AskRequest {
  owner: string;
  from: HostName;
  /** Address of the name server; the network's resolver if absent. */
  server?: string | undefined;
  /** With or without the final dot: a program has already applied its search list. */
  name: string;
  type: Question['type'];
  /** Two tries of five seconds if absent. */
  patience?: Patience | undefined;
  cause?: Seq;
}

/** Sends a question. Told later: `answer`, with the response or with why there is none. */
export function ask(world: World, { owner, from, server, name, type, patience = PATIENCE, cause }: AskRequest): number {
  const id = world.nextId++;
  const asked = server ?? networkOf(world, from).resolver;
  const question: Question = { name: name.endsWith('.') ? name : `${name}.`, type };
  const seq = record(world, { type: 'dns.query', query: id, asker: from, server: asked, name: question.name, recordType: type }, cause);
  world.queries[id] = { id, owner, asker: from, server: asked, question, cause: seq };
  const host = hostByAddress(world, asked);
  const failure = failureOf(world, from, asked, patience);
  if (failure) schedule(world.agenda, world.now + failure.after, { type: 'answer', query: id, response: failure.reason });
  else if (host) schedule(world.agenda, world.now + latency(world, from, host.name), { type: 'question', query: id });
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

/** A question reached its name server. */
export function onQuestion(world: World, query: PendingQuery): void {
  const host = hostByAddress(world, query.server);
  const service = host && dnsService(host);
  if (!host || !service) return;
  const response = answer(world.zones, query.question, { authoritativeFor: service.zones, recursive: service.recursive });
  const back = latency(world, host.name, query.asker);
  // A name of somebody else's zone: the resolver has to ask there first.
  const further = response.authoritative ? 0 : 2 * networkOf(world, host.name).latency;
  schedule(world.agenda, world.now + further + back, { type: 'answer', query: query.id, response });
}

/** The answer came back, or it is certain that none will. */
export function onAnswer(world: World, query: PendingQuery, response: DnsResponse | DnsFailure): void {
  delete world.queries[query.id];
  const { id, asker, server, question } = query;
  const came = typeof response === 'string' ? null : response;
  const answers = (came?.answer ?? []).map((entry) => `${entry.name} ${entry.ttl} IN ${entry.type} ${entry.data}`);
  const status = typeof response === 'string' ? response : response.status;
  record(
    world,
    { type: 'dns.answer', query: id, asker, server, name: question.name, recordType: question.type, status, answers },
    query.cause,
  );
  world.notices.push({ owner: query.owner, notice: { type: 'answer', query: id, response } });
}
