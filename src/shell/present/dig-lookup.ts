// What a dig command line asks for, as plain data.

import type { Question } from '../../engine/dns/types';

/** What is shown of a response, and how. */
export interface DigDisplay {
  command: boolean;
  comments: boolean;
  question: boolean;
  answer: boolean;
  authority: boolean;
  additional: boolean;
  stats: boolean;
  short: boolean;
  ttl: boolean;
  class: boolean;
}

/** One look-up of a command line. */
export interface DigLookup {
  /** Name or address after `@`; null for the host's own resolver. */
  server: string | null;
  port: number;
  question: Question;
  recurse: boolean;
  tcp: boolean;
  /** True if the command line decided about TCP; otherwise ANY does. */
  tcpChosen: boolean;
  edns: boolean;
  dnssec: boolean;
  /** How often the question is sent before dig gives up. */
  tries: number;
  /** Seconds to wait for each try. */
  timeout: number;
  display: DigDisplay;
  /** The command line for the banner, on the first look-up only. */
  banner: DigBanner | null;
}

export interface DigBanner {
  args: string;
  /** True if the server stood before the name: only then does dig count its addresses. */
  countsServers: boolean;
  short: boolean;
}

export interface DigRequest {
  lookups: DigLookup[];
  /** Text for standard error before the first look-up; empty if there is nothing to say. */
  warnings: string;
}

export const DIG_VERSION = '9.18.49-1~deb12u3-Debian';

/** A look-up before any option is read. */
export function plainLookup(): DigLookup {
  return {
    server: null,
    port: 53,
    question: { name: '.', type: 'A' },
    recurse: true,
    tcp: false,
    tcpChosen: false,
    edns: true,
    dnssec: false,
    tries: 3,
    timeout: 5,
    display: {
      command: true,
      comments: true,
      question: true,
      answer: true,
      authority: true,
      additional: true,
      stats: true,
      short: false,
      ttl: true,
      class: true,
    },
    banner: null,
  };
}
