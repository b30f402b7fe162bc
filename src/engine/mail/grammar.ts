// Reverse-path and Forward-path (RFC 5321, 4.1.2), as arguments of MAIL and RCPT. A result that is no
// path names what is wrong with the text, so that a server can choose its words.

import { isAscii, type Bytes } from '../kernel/bytes';
import { lower } from './ascii';
import { DOMAIN_OCTETS, isDomain } from './domain';
import { atSign, LOCAL_PART_OCTETS, parseDomain, parseLocalPart } from './mailbox';

/** 4.5.3.1.3, octets with punctuation. */
const PATH_OCTETS = 256;

export type PathFault =
  | 'no-brackets'
  | 'unclosed-bracket'
  | 'text-after-bracket'
  | 'null-path'
  | 'source-route'
  | 'local-part'
  | 'no-domain'
  | 'domain'
  | 'utf8'
  | 'local-part-too-long'
  | 'domain-too-long'
  | 'path-too-long';

/** What a server insists on. */
export interface PathRules {
  /** `<` and `>` must be there. */
  brackets: boolean;
  /** The grammar to the letter; else what servers put up with passes too. */
  exact: boolean;
  /** A mailbox needs a domain; else a user alone passes, as one of the server's own. */
  domain: boolean;
  /** The lengths of 4.5.3.1. */
  lengths: boolean;
  /** Octets above 0x7F: everywhere, in the local part only, or nowhere (RFC 6531). */
  utf8: 'all' | 'local-part' | 'none';
}

/** A mailbox as in mailbox.ts, `''` for the null path; or what is wrong. */
export type PathResult = { mailbox: Bytes } | { fault: PathFault };

/** A Reverse-path: a path or `<>`. */
export function parseReversePath(text: Bytes, rules: PathRules): PathResult {
  return text === '<>' ? { mailbox: '' } : parsePath(text, rules);
}

/** A Forward-path: a path; `<Postmaster>` needs no domain (4.1.1.3). */
export function parseForwardPath(text: Bytes, rules: PathRules): PathResult {
  const result = parsePath(text, rules);
  const postmaster = 'fault' in result && result.fault === 'no-domain' && lower(text) === '<postmaster>';
  return postmaster ? { mailbox: text.slice(1, -1) } : result;
}

/** A mailbox on its own, as the argument of VRFY may be: `user@domain` without brackets, or `user` if the rules ask for no domain. */
export function parseMailboxOrUser(text: Bytes, rules: PathRules): PathResult {
  return parsePath(text, { ...rules, brackets: false, exact: false });
}

function parsePath(text: Bytes, rules: PathRules): PathResult {
  const opened = text.startsWith('<');
  if (!opened && rules.brackets) return { fault: 'no-brackets' };
  if (opened && !text.endsWith('>')) return { fault: closingBracket(text) < 0 ? 'unclosed-bracket' : 'text-after-bracket' };
  if (rules.lengths && text.length > PATH_OCTETS) return { fault: 'path-too-long' };
  // Without "<" a lone ">" at the end is dropped: servers that take the one take the other.
  const inner = opened ? text.slice(1, -1) : text.replace(/>$/, '');
  if (inner === '') return { fault: 'null-path' };
  const routed = afterSourceRoute(inner, rules.exact);
  return routed === null ? { fault: 'source-route' } : parseMailbox(routed, rules);
}

/** Index of a ">" outside quotes; -1 if there is none. */
function closingBracket(text: Bytes): number {
  return /^(?:"(?:[^"\\]|\\.)*"|[^">])*>/.test(text) ? text.lastIndexOf('>') : -1;
}

/** A-d-l (`@one,@two:`) is accepted and ignored (3.6.1, appendix C); null if it is malformed. */
function afterSourceRoute(inner: Bytes, exact: boolean): Bytes | null {
  if (!inner.startsWith('@')) return inner;
  const colon = inner.indexOf(':');
  const hops = inner.slice(0, colon).split(',');
  return colon >= 0 && hops.every((hop) => hop.startsWith('@') && isDomain(hop.slice(1), exact)) ? inner.slice(colon + 1) : null;
}

function parseMailbox(text: Bytes, rules: PathRules): PathResult {
  const at = atSign(text);
  const given = at < 0 ? text : text.slice(0, at);
  const localPart = parseLocalPart(given, rules.exact);
  if (localPart === null) return { fault: 'local-part' };
  if (rules.utf8 === 'none' && !isAscii(text)) return { fault: 'utf8' };
  if (rules.lengths && given.length > LOCAL_PART_OCTETS) return { fault: 'local-part-too-long' };
  if (at < 0) return rules.domain ? { fault: 'no-domain' } : { mailbox: localPart };
  const domain = parseDomain(text.slice(at + 1), rules.exact);
  if (domain === null || (rules.utf8 === 'local-part' && !isAscii(domain))) return { fault: 'domain' };
  if (rules.lengths && domain.length > DOMAIN_OCTETS) return { fault: 'domain-too-long' };
  return { mailbox: `${localPart}@${domain}` };
}
