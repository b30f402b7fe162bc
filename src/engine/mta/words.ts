// How a queue manager words what went wrong, as Postfix does: these lines stand in `mailq`, in logs and in reports. They are
// octets, as are the addresses in them and what servers say.

import { encodeUtf8, type Bytes } from '../kernel/bytes';
import type { ReplyFacts } from '../kernel/trace';
import type { Verdict } from '../smtp/client-types';

/** A server as logs name it: `mx.partner.example[198.51.100.130]`. */
export function serverName(exchanger: string, address: string): string {
  return `${exchanger}[${address}]`;
}

/** A reply on one line: `550 5.1.1 <bram@partner.example>: no such user`. */
export function replyText({ code, enhanced, lines }: ReplyFacts): Bytes {
  return [String(code), ...(enhanced === undefined ? [] : [enhanced]), encodeUtf8(lines.join(' '))].join(' ');
}

/** What a server's answer, or its silence, comes to. */
export function verdictWords(server: string, { reply, during, trouble }: Pick<Verdict, 'reply' | 'during' | 'trouble'>): Bytes {
  if (reply) return `host ${server} said: ${replyText(reply)} (in reply to ${during})`;
  if (trouble === 'timed out') return `conversation with ${server} timed out while ${during}`;
  if (trouble === 'lost connection') return `lost connection with ${server} while ${during}`;
  return `host ${server}: ${trouble ?? 'no reply'}`;
}

/** Why a connection did not come about. */
export function connectWords(server: string, reason: 'refused' | 'unreachable' | 'timeout'): string {
  const why = { refused: 'Connection refused', unreachable: 'No route to host', timeout: 'Connection timed out' }[reason];
  return `connect to ${server}:25: ${why}`;
}
