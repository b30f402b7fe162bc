// dig +trace: it asks its name server for the root's servers, and from then on each server that it was handed on to.
// What is asked next follows from the outcomes so far; nothing else is remembered.

import { messageSize } from '../../engine/dns/wire';
import type { DnsFailure, DnsResponse, Question } from '../../engine/dns/types';
import type { DigContext } from './dig';
import { bannerOf, type DigLookup } from './dig-lookup';
import { communicationsError, recordLine } from './records';

type Outcome = DnsResponse | DnsFailure;

/** One question of a trace. */
export interface TraceStep {
  question: Question;
  /** Name or address of the server; null for the host's own resolver. */
  server: string | null;
  recursionDesired: boolean;
}

const ROOT: Question = { name: '.', type: 'NS' };

/** The question that follows these outcomes of a trace; null at its end. */
export function traceStep(lookup: DigLookup, outcomes: readonly Outcome[]): TraceStep | null {
  let step: TraceStep | null = { question: ROOT, server: lookup.server, recursionDesired: true };
  let others: string[] = [];
  let zone = '';
  for (const outcome of outcomes) {
    if (step === null) return null;
    if (typeof outcome !== 'string') {
      const handed = handedOn(outcome, zone);
      if (!handed) return null;
      zone = handed.zone;
      others = handed.servers;
    }
    const server = others.shift();
    step = server === undefined ? null : { question: lookup.question, server, recursionDesired: false };
  }
  return step;
}

/** The servers of a zone deeper than the one before: the root's in the first answer, then those of a referral. */
function handedOn({ answer, authority, question }: DnsResponse, before: string): { zone: string; servers: string[] } | null {
  if (before !== '' && answer.length > 0) return null;
  const servers = (before === '' && question.name === '.' ? answer : authority).filter(({ type }) => type === 'NS');
  const zone = servers[0]?.name;
  if (zone === undefined || zone.length <= (before === '.' ? 0 : before.length)) return null;
  if (before === '.' && zone === '.') return null;
  return { zone, servers: servers.map(({ data }) => data) };
}

/** The text of one step. `first`: the trace begins with it. */
export function presentTrace(lookup: DigLookup, server: string | null, first: boolean, outcome: Outcome, context: DigContext): string {
  const banner = first ? bannerOf(lookup, context.servers) : '';
  if (typeof outcome === 'string') return banner + communicationsError(outcome, context.address, lookup.port).repeat(lookup.tries) + '\n';
  const lines = [...outcome.answer, ...outcome.authority].map((record) => recordLine(record, lookup.display));
  const size = messageSize(outcome, lookup.edns);
  const { address, milliseconds } = context;
  const name = server?.replace(/(?<=.)\.$/, '') ?? address;
  return `${banner}${lines.join('')};; Received ${size} bytes from ${address}#${lookup.port}(${name}) in ${milliseconds} ms\n\n`;
}
