// What a name server does with a question that reached it. Its own zones it answers at once. For other names it looks
// further if it is recursive and was asked to be (resolver.ts); if it was not, it says what its cache has or who is
// nearer to the name (RFC 1034, 4.3.2). A server that is not recursive refuses them.

import { aged, recall } from '../dns/cache';
import { answer } from '../dns/lookup';
import type { DnsFailure, DnsResponse, Question } from '../dns/types';
import type { PendingQuery, World } from '../world-types';
import { respond, settle } from './names';
import { authoritativeAnswer, leadsOn, nearestServers } from './resolver-knowledge';
import { hear, resolve } from './resolver';
import { dnsService, hostByAddress } from './topology';

/** A question reached its name server. */
export function onQuestion(world: World, query: PendingQuery): void {
  const host = hostByAddress(world, query.server);
  const service = host && dnsService(host);
  if (!host || !service || host.down) return;
  const { question } = query;
  if (question.class === 'CH' || question.type === 'AXFR' || !service.recursive) {
    const known = answer(world.zones, question, { authoritativeFor: service.zones, recursive: false });
    return respond(world, host.name, query, { ...known, recursionAvailable: service.recursive });
  }
  const own = authoritativeAnswer(world, host.name, question);
  if (own && !leadsOn(own)) respond(world, host.name, query, own);
  else if (query.recursionDesired) resolve(world, { host: host.name, question, client: { query: query.id }, cause: query.cause, depth: 0 });
  else respond(world, host.name, query, own ?? fromCache(world, host.name, question));
}

/** The answer came back, or it is certain that none will. */
export function onAnswer(world: World, query: PendingQuery, response: DnsResponse | DnsFailure): void {
  const seq = settle(world, query, response);
  if (query.resolution !== undefined) hear(world, query.resolution, query, response, seq);
}

/** What a resolver says that may not look further: what it has in its cache, else the nearest servers it knows. */
function fromCache(world: World, host: string, question: Question): DnsResponse {
  const name = question.name.toLowerCase();
  const { entries } = world.caches[host] ?? { entries: {} };
  const known = question.type === 'ANY' || question.type === 'AXFR' ? undefined : recall(entries, name, question.type, world.now);
  const blank = {
    question,
    status: 'NOERROR' as const,
    authoritative: false,
    recursionAvailable: true,
    answer: [],
    authority: [],
    additional: [],
  };
  if (!known) return { ...blank, authority: nearestServers(world, host, name).records };
  const records = aged(known, world.now);
  if (known.outcome === 'answer') return { ...blank, answer: records };
  return { ...blank, status: known.outcome === 'nxdomain' ? 'NXDOMAIN' : 'NOERROR', authority: records };
}
