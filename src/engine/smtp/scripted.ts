// A fault in the world can make a server give a reply that is not its own: once, or always (net/faults.ts).

import type { Bytes } from '../kernel/bytes';
import { lower } from '../mail/ascii';
import { answer, type Outcome, type Turn } from './turn';

/** The scripted answer to a command in order, or to the lone dot (END); null if there is none. `argument` is as received. */
export function scripted(turn: Turn, verb: string, argument: Bytes): Outcome | null {
  const path = /<([^>]*)>/.exec(argument)?.[1];
  const found = turn.server.scripted?.find(
    (reply) =>
      reply.verb === verb &&
      (reply.path === undefined || lower(reply.path) === lower(path ?? '')) &&
      given(turn, reply.index) < (reply.left ?? Infinity),
  );
  if (!found) return null;
  turn.effects.push({ type: 'scripted', index: found.index });
  const server = { ...turn.server, wording: { ...turn.server.wording, scripted: found.reply } };
  return { ...answer({ ...turn, server }, 'scripted'), ...(path === undefined ? {} : { path }) };
}

/** How often this turn has given a scripted reply: several commands may come in one read, and the world counts afterwards. */
function given({ effects }: Turn, index: number): number {
  return effects.filter((effect) => effect.type === 'scripted' && effect.index === index).length;
}
