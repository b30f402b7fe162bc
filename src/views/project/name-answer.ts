// What an answer about a name comes to, in the few forms that a reader has to tell apart.

import { readRecord } from '../../engine/dns/present';
import type { Instant } from '../../engine/kernel/schedule';
import type { TraceEventOf } from '../../engine/kernel/trace';
import type { AskedName } from './names';

export type NameAnswer =
  | { kind: 'waiting' }
  /** `data` as `MX 10 mx1.campus.example.`; `left` is the seconds until the first of the records has run out. */
  | { kind: 'found'; data: string[]; left: number }
  | { kind: 'missing'; left: number }
  | { kind: 'empty'; left: number }
  /** Ask those who serve `zone`. */
  | { kind: 'referral'; zone: string; servers: string[] }
  | { kind: 'failed'; status: Exclude<TraceEventOf<'dns.answer'>['status'], 'NOERROR' | 'NXDOMAIN'> };

/** Where a server had its answer from: it holds the zone, it remembered, or it asked others. Null where that is not the question. */
export type NameSource = 'own' | 'memory' | 'asked' | null;

export function answerOf({ query, answer }: AskedName, now: Instant): NameAnswer {
  if (!answer) return { kind: 'waiting' };
  const { status, answers, authority, at } = answer;
  const left = (lines: readonly string[]) => Math.max(0, Math.ceil(leastTtl(lines) - (now - at) / 1000));
  if (status === 'NXDOMAIN') return { kind: 'missing', left: left(authority) };
  if (status !== 'NOERROR') return { kind: 'failed', status };
  if (answers.length > 0) {
    const data = answers.map(readRecord).map((record) => `${record.type} ${record.data}`);
    return { kind: 'found', data: query.recordType === 'AXFR' ? data.slice(0, 1) : data, left: left(answers) };
  }
  const servers = authority.map(readRecord).filter(({ type }) => type === 'NS');
  const zone = servers[0]?.name;
  if (zone !== undefined) return { kind: 'referral', zone, servers: servers.map(({ data }) => data) };
  return { kind: 'empty', left: left(authority) };
}

export function sourceOf({ query, answer, further }: AskedName): NameSource {
  if (!answer || (answer.status !== 'NOERROR' && answer.status !== 'NXDOMAIN')) return null;
  if (answer.authoritative) return 'own';
  if (further.length > 0) return 'asked';
  return query.recursionDesired || answer.answers.length > 0 ? 'memory' : null;
}

/** Seconds as on a clock: `0:42`, `59:12`, `1:00:00`, `2d 00:00:00`. */
export function countdown(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [days, hours, minutes, rest] = [seconds / 86_400, (seconds / 3_600) % 24, (seconds / 60) % 60, seconds % 60].map(Math.floor) as [
    number,
    number,
    number,
    number,
  ];
  if (days > 0) return `${days}d ${two(hours)}:${two(minutes)}:${two(rest)}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function leastTtl(lines: readonly string[]): number {
  return lines.length === 0 ? 0 : Math.min(...lines.map((line) => readRecord(line).ttl));
}
