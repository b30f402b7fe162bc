// What became of letters, read from a trace alone. A host that accepts a letter has it in its hands for each recipient; that
// ends in exactly one way: in mailboxes, with the next host, given up with a report, or discarded with a reason.
//
// A copy is what one host accepted for one recipient. The next host's copy is the same letter moved on if its host said so
// (mail.relayed), and one more of it if that word was lost on the way back: then the first host still has its own, and goes on
// trying (RFC 1047). So a letter for one recipient has one fate, one more for each word that was lost, and one for each recipient
// that an alias adds; never none.

import type { TraceEvent, TraceEventOf } from '../../src/engine/kernel/trace';

export interface Fates {
  /** Copies that lie in a mailbox. */
  delivered: number;
  /** Queue ids of reports to the sender, `host id`, one for each copy that was given up; null for one it is not told of. */
  reports: (string | null)[];
  discarded: number;
  /** Copies that are in nobody's hands any more without any of these, or in somebody's twice: always empty. */
  faults: string[];
  /** Words of the next host that were lost: so many copies too many. */
  twice: number;
  /** Recipients that aliases added. */
  spread: number;
}

type Accepted = TraceEventOf<'mail.accepted'>;
type Ending = TraceEventOf<'mail.delivered' | 'mail.relayed' | 'mail.bounced' | 'mail.discarded'>;

const keyOf = ({ host, queueId }: { host: string; queueId: string }) => `${host} ${queueId}`;

function group<Event>(events: readonly Event[], key: (event: Event) => string | undefined): Map<string, Event[]> {
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const name = key(event);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), event]);
  }
  return groups;
}

const ofType = <T extends TraceEvent['type']>(trace: readonly TraceEvent[], ...types: T[]) =>
  trace.filter((event): event is TraceEventOf<T> => (types as string[]).includes(event.type));

/** Reads a trace: gives the fates of what was accepted at a host under a queue id, for one of its forward-paths. */
export function fatesIn(trace: readonly TraceEvent[]): (host: string, queueId: string, forwardPath: string) => Fates {
  const endings: Map<string, Ending[]> = group(ofType(trace, 'mail.delivered', 'mail.relayed', 'mail.bounced', 'mail.discarded'), keyOf);
  const expansions = group(ofType(trace, 'mail.expanded'), keyOf);
  const caller = new Map(ofType(trace, 'mail.exchanger').map((event) => [event.connection, keyOf(event)]));
  const next: Map<string, Accepted[]> = group(ofType(trace, 'mail.accepted'), ({ connection }) =>
    connection === null ? undefined : caller.get(connection),
  );

  const copies = (key: string, forwardPath: string, fates: Fates): void => {
    const expansion = expansions.get(key)?.find((event) => event.forwardPath === forwardPath);
    if (!expansion) return copy(key, forwardPath, forwardPath, fates);
    fates.spread += expansion.into.length - 1;
    for (const path of expansion.into) copy(key, path, forwardPath, fates);
  };
  const copy = (key: string, path: string, of: string, fates: Fates): void => {
    const mine = (endings.get(key) ?? []).filter((event) =>
      event.type === 'mail.delivered' && path !== of ? event.forwardPath === of && event.mailbox === path : event.forwardPath === path,
    );
    if (mine.length !== 1) fates.faults.push(`${key} <${path}>: ${mine.map(({ type }) => type).join(' and ') || 'nothing'}`);
    for (const event of mine) {
      if (event.type === 'mail.delivered') fates.delivered++;
      if (event.type === 'mail.discarded') fates.discarded++;
      if (event.type === 'mail.bounced') fates.reports.push(event.report === null ? null : `${event.host} ${event.report}`);
    }
    const onward = (next.get(key) ?? []).filter(({ forwardPaths }) => forwardPaths.includes(path));
    const moved = mine.filter((event) => event.type === 'mail.relayed');
    const isTold = ({ connection }: Accepted) => moved.some((event) => event.connection === connection);
    fates.twice += onward.filter((accepted) => !isTold(accepted)).length;
    if (onward.filter(isTold).length !== moved.length) fates.faults.push(`${key} <${path}>: relayed to nobody`);
    for (const accepted of onward) copies(keyOf(accepted), path, fates);
  };
  return (host, queueId, forwardPath) => {
    const fates: Fates = { delivered: 0, reports: [], discarded: 0, faults: [], twice: 0, spread: 0 };
    copies(`${host} ${queueId}`, forwardPath, fates);
    return fates;
  };
}
