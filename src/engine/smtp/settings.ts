// A server's dialect with its own differences applied.

import { dialectNamed } from './dialects';
import type { CommandVerb } from './machine';
import { smtpMachine } from './machine';
import type { Dialect, ExtensionKeyword, Limits, SmtpServer, SmtpState, Strictness } from './types';

export interface Settings {
  dialect: Dialect;
  strictness: Strictness;
  limits: Limits;
  /** EHLO keywords in the order offered. */
  offered: readonly ExtensionKeyword[];
}

/** What is in force at a server. Throws a RangeError for an unknown dialect. */
export function settingsOf(server: SmtpServer): Settings {
  const dialect = dialectNamed(server.dialect);
  return {
    dialect,
    strictness: { ...dialect.strictness, ...server.strictness },
    limits: { ...dialect.limits, ...server.limits },
    offered: dialect.extensions.filter((keyword) => !server.discardKeywords?.includes(keyword)),
  };
}

/**
 * The server in another dialect than it was configured for. How it differs from its own (strictness, limits, wording)
 * says nothing about others and is left out; what it knows of its site and its network stays.
 */
export function inDialect<Server extends Pick<SmtpServer, 'dialect' | 'strictness' | 'limits' | 'wording'>>(
  server: Server,
  dialect: string,
): Server {
  if (server.dialect === dialect) return server;
  const { strictness: _strictness, limits: _limits, wording: _wording, ...rest } = server;
  return { ...rest, dialect } as Server;
}

/** Verbs that the server knows and that are in order in this state. */
export function allowedVerbs({ dialect, strictness }: Settings, state: SmtpState): CommandVerb[] {
  const legal = smtpMachine(strictness.helloRequired).legal(state);
  return dialect.verbs.filter((verb) => legal.includes(verb));
}
