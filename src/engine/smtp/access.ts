// Who may send what to whom, beyond what is local and what is relayed: a site's own rules, and greylisting (RFC 6647).

import type { Bytes } from '../kernel/bytes';
import { canonicalAddress, inNetwork } from '../kernel/address';
import { lower } from '../mail/ascii';
import { isInside } from './policy';
import { answer, type Outcome, type Turn } from './turn';
import type { AccessRule } from './types';

/** What the site's rules say to this recipient; null if nothing. `OK` is said by saying nothing, and ends the look. */
export function accessRefused(turn: Turn, recipient: Bytes): Outcome | null {
  const { server, session } = turn;
  const rule = server.access?.find((candidate) => applies(turn, candidate, recipient));
  if (!rule || rule.answer === 'OK') return null;
  const worded = { ...server, wording: { ...server.wording, accessRefused: rule.answer } };
  return answer({ ...turn, server: worded, session }, 'accessRefused', { path: recipient });
}

function applies({ session }: Turn, { client, hello, sender, recipient }: AccessRule, path: Bytes): boolean {
  const { address } = session.peer;
  return (
    (client === undefined ||
      (client.includes('/') ? inNetwork(address, client) : canonicalAddress(client) === canonicalAddress(address))) &&
    (hello === undefined || lower(hello) === lower(session.helloName ?? '')) &&
    (sender === undefined || names(sender, session.envelope?.reversePath ?? '')) &&
    (recipient === undefined || names(recipient, path))
  );
}

/** A pattern is a mailbox, or `@domain` for all of a domain. */
function names(pattern: string, mailbox: Bytes): boolean {
  return pattern.startsWith('@') ? lower(mailbox).endsWith(lower(pattern)) : lower(mailbox) === lower(pattern);
}

/** 450 for a client, sender and recipient that were not seen long enough ago; null where there is no greylisting for this client. */
export function greylisted(turn: Turn, recipient: Bytes): Outcome | null {
  const { server, session, now, effects } = turn;
  if (!server.greylist || isInside(server, session.peer)) return null;
  const key = lower(`${session.peer.address} ${session.envelope?.reversePath ?? ''} ${recipient}`);
  const first = server.greylisted?.[key];
  if (first !== undefined && now - first >= server.greylist.delay) return null;
  if (first === undefined) effects.push({ type: 'greylist', key });
  return answer(turn, 'greylisted', { path: recipient });
}
