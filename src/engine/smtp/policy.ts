// Whom a server takes letters for (RFC 5321, 3.6 and 7.9): users and aliases of its own domains, and, as far as it relays,
// anybody: for its own clients, for domains it has promised to carry mail to, or, where it is open, for everyone.

import type { Bytes } from '../kernel/bytes';
import { lower } from '../mail/ascii';
import { literalAddress } from '../mail/domain';
import { isLocalPart, localUsers } from '../mail/local';
import { splitMailbox, writeMailbox } from '../mail/mailbox';
import { canonicalAddress, inNetwork } from '../kernel/address';
import type { Peer, SmtpServer } from './types';

/** True for a domain or address literal that ends here; no domain at all means this host. */
function isLocalDomain(server: Pick<SmtpServer, 'addresses' | 'localDomains'>, domain: Bytes | null): boolean {
  if (domain === null) return true;
  const address = literalAddress(domain);
  if (address !== null) return server.addresses.some((own) => canonicalAddress(own) === address);
  return server.localDomains.includes(lower(domain).replace(/\.$/, ''));
}

/** Why a mailbox gets no letters from this client; null if it does. */
export function recipientFault(server: SmtpServer, peer: Peer, mailbox: Bytes): 'relayDenied' | 'unknownUser' | null {
  const { localPart, domain } = splitMailbox(mailbox);
  if (domain !== null && !isLocalDomain(server, domain)) return relays(server, peer, domain) ? null : 'relayDenied';
  return isLocalPart(server.users, server.aliases, localPart) ? null : 'unknownUser';
}

/** True if a letter for this mailbox is not for this site: it would be carried on. */
export function isElsewhere(server: Pick<SmtpServer, 'addresses' | 'localDomains'>, mailbox: Bytes): boolean {
  return !isLocalDomain(server, splitMailbox(mailbox).domain);
}

function relays(server: SmtpServer, peer: Peer, domain: Bytes): boolean {
  const { relayFor, relayDomains = [] } = server;
  if (relayFor === 'anyone' || (relayFor === 'inside' && isInside(server, peer))) return true;
  return relayDomains.includes(lower(domain).replace(/\.$/, ''));
}

/** True if a letter of so many octets (at least one) has room with every user that the mailbox leads to here. */
export function hasRoom(server: SmtpServer, mailbox: Bytes, octets: number): boolean {
  if (isElsewhere(server, mailbox)) return true;
  return localUsers(server.users, server.aliases, mailbox).users.every((name) => {
    const { used = 0, quota = Infinity } = server.users[name] ?? {};
    return used + Math.max(octets, 1) <= quota;
  });
}

/** True if the client is one of the site's own machines. */
export function isInside(server: SmtpServer, peer: Peer): boolean {
  return server.insideNetworks?.some((network) => inNetwork(peer.address, network)) ?? false;
}

/** The mailbox with this site's first domain where it has none. */
export function qualified(server: SmtpServer, mailbox: Bytes): Bytes {
  const home = server.localDomains[0];
  return mailbox === '' || home === undefined || splitMailbox(mailbox).domain !== null ? mailbox : `${mailbox}@${home}`;
}

/** Users behind a local mailbox, each as `Full Name <mailbox>`. */
export function namesOf(server: SmtpServer, mailbox: Bytes): string[] {
  return localUsers(server.users, server.aliases, mailbox).users.map((user) => {
    const { name = '' } = server.users[user] ?? {};
    const path = `<${writeMailbox(qualified(server, user))}>`;
    return name === '' ? path : `${name} ${path}`;
  });
}

/** True if a local mailbox is an alias. */
export function isList(server: SmtpServer, mailbox: Bytes): boolean {
  return Object.hasOwn(server.aliases, lower(splitMailbox(mailbox).localPart));
}
