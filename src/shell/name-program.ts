// What dig, host and nslookup have in common: find the server, ask one question after the other, print each
// answer as it comes. What they ask and how they print it is theirs.

import type { DnsFailure, DnsResponse, Question } from '../engine/dns/types';
import type { Manner } from '../engine/world';
import type { EpochMs } from '../engine/kernel/calendar';
import type { Instant } from '../engine/kernel/schedule';
import { beginLookup, lookupNotice, resolverConfiguration, type Lookup } from './lookup';
import { noSuchServer, type Parsed } from './present/records';
import { program, type Program, type System } from './types';

export type Outcome = DnsResponse | DnsFailure;

/** What a program knows about the response it prints. */
export interface Exchange {
  /** Address that was asked. */
  address: string;
  /** How many addresses the server's name has. */
  servers: number;
  /** Identifier of the query, 0..65535. */
  id: number;
  milliseconds: number;
  epoch: EpochMs;
}

export interface NameProgram<Request> extends Pick<Program, 'name' | 'summary' | 'manual'> {
  /** `domains` is the search list of /etc/resolv.conf. */
  parse(args: string[], domains: string[]): Parsed<Request>;
  /** Text for standard output and standard error before the first question. */
  opening?(request: Request): { out: string; error: string };
  /** The next question after these outcomes; null at the end. */
  question(request: Request, outcomes: Outcome[]): Question | null;
  /** Name or address of the server for the next question; null for the host's own resolver. */
  server(request: Request, outcomes: Outcome[]): string | null;
  /** How it sends the next question: how often, how long it waits, and whether the server shall look further. */
  manner(request: Request, outcomes: Outcome[]): Manner;
  /** The text for the last outcome. */
  present(request: Request, outcomes: Outcome[], exchange: Exchange): string;
  status(outcomes: Outcome[]): number;
}

interface Memory<Request> {
  request: Request | null;
  outcomes: Outcome[];
  /** Looking up the server's own name. */
  lookup: Lookup | null;
  addresses: string[];
  question: Question | null;
  query: number | null;
  askedAt: Instant;
}

export function nameProgram<Request>(own: NameProgram<Request>): Program {
  function next(memory: Memory<Request>, request: Request, system: System): Memory<Request> {
    const question = own.question(request, memory.outcomes);
    if (!question) {
      system.exit(own.status(memory.outcomes));
      return memory;
    }
    const server = own.server(request, memory.outcomes);
    const lookup = server === null ? null : beginLookup(server, system);
    const addresses = [resolverConfiguration(system).server];
    return withServer({ ...memory, question, lookup, addresses }, request, system);
  }

  function withServer(memory: Memory<Request>, request: Request, system: System): Memory<Request> {
    const { lookup } = memory;
    if (lookup?.outcome === 'waiting') return memory;
    if (lookup?.outcome === 'failed') {
      system.complain(noSuchServer(own.name, own.server(request, memory.outcomes) ?? ''));
      system.exit(10);
      return memory;
    }
    const manner = own.manner(request, memory.outcomes);
    return ask({ ...memory, lookup: null, addresses: lookup?.addresses ?? memory.addresses }, manner, system);
  }

  function answered(memory: Memory<Request>, request: Request, response: Outcome, system: System): Memory<Request> {
    const { query, addresses } = memory;
    const { world } = system;
    const outcomes: Outcome[] = [...memory.outcomes, response];
    const id = (Math.imul(query ?? 0, 40_503) + world.seed) & 0xffff;
    const milliseconds = world.now - memory.askedAt;
    const exchange = { address: addresses[0] ?? '', servers: addresses.length, id, milliseconds, epoch: world.epoch + world.now };
    const text = own.present(request, outcomes, exchange);
    if (text !== '') system.print(text);
    return next({ ...memory, query: null, outcomes }, request, system);
  }

  return program<Memory<Request>>({
    name: own.name,
    group: 'names',
    summary: own.summary,
    manual: own.manual,
    completes: 'hosts',

    start(args, _stdin, system) {
      const memory = { request: null, outcomes: [], lookup: null, addresses: [], question: null, query: null, askedAt: 0 };
      const parsed = own.parse(args, resolverConfiguration(system).search);
      if ('error' in parsed) {
        system.complain(parsed.error);
        system.exit(parsed.status);
        return memory;
      }
      const { request } = parsed;
      const { out, error } = own.opening?.(request) ?? { out: '', error: '' };
      if (error !== '') system.complain(error);
      if (out !== '') system.print(out);
      return next({ ...memory, request }, request, system);
    },

    notice(memory, notice, system) {
      const { request } = memory;
      if (notice.type !== 'answer' || request === null) return memory;
      if (memory.lookup) return withServer({ ...memory, lookup: lookupNotice(memory.lookup, notice, system) }, request, system);
      return notice.query === memory.query ? answered(memory, request, notice.response, system) : memory;
    },
  });
}

function ask<Request>(memory: Memory<Request>, manner: Manner, system: System): Memory<Request> {
  const { question, addresses } = memory;
  if (!question) return memory;
  return { ...memory, query: system.resolve(question, addresses[0], manner), askedAt: system.world.now };
}

/** True if a question got no response at all. */
export const isFailure = (outcome: Outcome): outcome is DnsFailure => typeof outcome === 'string';

/** The exit status of host and nslookup: 1 if the last answer was negative or none came. */
export function negativeStatus(outcomes: Outcome[]): number {
  const last = outcomes.at(-1);
  return last !== undefined && (isFailure(last) || last.status !== 'NOERROR') ? 1 : 0;
}
