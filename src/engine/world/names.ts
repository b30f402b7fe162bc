// Questions to name servers, and their answers, as datagrams: they take their time and may get lost.

import { answer } from '../dns/lookup';
import type { DnsResponse, Question } from '../dns/types';
import { schedule } from '../kernel/schedule';
import type { HostName, Seq } from '../kernel/trace';
import type { PendingQuery, World } from '../world-types';
import { dnsService, filterFor, hostByAddress, hostNamed, latency, networkOf, sourceAddress } from './topology';
import { record } from './trace';

const PORT = 53;
/** Two tries of five seconds, as the C library makes them. */
const PATIENCE = 10_000;

export interface AskRequest {
  owner: string;
  from: HostName;
  /** Address of the name server; the network's resolver if absent. */
  server?: string | undefined;
  /** With or without the final dot: a program has already applied its search list. */
  name: string;
  type: Question['type'];
  cause?: Seq;
}

/** Sends a question. Told later: `answer`, with null if none came within ten seconds. */
export function ask(world: World, { owner, from, server, name, type, cause }: AskRequest): number {
  const id = world.nextId++;
  const asked = server ?? networkOf(world, from).resolver;
  const question: Question = { name: name.endsWith('.') ? name : `${name}.`, type };
  const seq = record(world, { type: 'dns.query', query: id, asker: from, server: asked, name: question.name, recordType: type }, cause);
  world.queries[id] = { id, owner, asker: from, server: asked, question, cause: seq };
  const host = hostByAddress(world, asked);
  const source = sourceAddress(hostNamed(world, from), asked);
  const reachable = host && !host.down && dnsService(host) && source && !filterFor(world, source, asked, PORT);
  if (reachable) schedule(world.agenda, world.now + latency(world, from, host.name), { type: 'question', query: id });
  else schedule(world.agenda, world.now + PATIENCE, { type: 'answer', query: id, response: null });
  return id;
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

/** The answer came back, or patience ended. */
export function onAnswer(world: World, query: PendingQuery, response: DnsResponse | null): void {
  delete world.queries[query.id];
  const { id, asker, server, question } = query;
  const answers = (response?.answer ?? []).map((entry) => `${entry.name} ${entry.ttl} IN ${entry.type} ${entry.data}`);
  const status = response?.status ?? 'timeout';
  record(
    world,
    { type: 'dns.answer', query: id, asker, server, name: question.name, recordType: question.type, status, answers },
    query.cause,
  );
  world.notices.push({ owner: query.owner, notice: { type: 'answer', query: id, response } });
}
