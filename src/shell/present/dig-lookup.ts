// What a dig command line asks for, as plain data.

import { BIND_VERSION } from '../../engine/dns/chaos';
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
  multiline: boolean;
}

/** One look-up of a command line. */
export interface DigLookup {
  /** Name or address after `@`; null for the host's own resolver. */
  server: string | null;
  port: number;
  question: Question;
  recurse: boolean;
  /** Asks from the root down. */
  trace: boolean;
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

export const DIG_VERSION = BIND_VERSION;

/** A look-up before any option is read. */
export function plainLookup(): DigLookup {
  return {
    server: null,
    port: 53,
    question: { name: '.', type: 'A' },
    recurse: true,
    trace: false,
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
      multiline: false,
    },
    banner: null,
  };
}

/** What dig says before its first answer; nothing with +short or +nocmd. */
export function bannerOf({ banner, display }: DigLookup, servers: number): string {
  if (!banner || !display.command || display.short) return '';
  const { args, countsServers, short } = banner;
  const found = countsServers ? `; (${servers} server${servers === 1 ? '' : 's'} found)\n` : '';
  return `\n; <<>> DiG ${DIG_VERSION} <<>>${args === '' ? '' : ` ${args}`}\n${found};; global options:${short ? ' +short' : ''} +cmd\n`;
}
