import { describe, expect, it } from 'vitest';
import { aged, CACHE_SIZE, keep, lifetime, recall, type Cache, type CacheEntry } from '../../../src/engine/dns/cache';

const entry = (name: string, outcome: CacheEntry['outcome'] = 'answer', expires = 60_000): CacheEntry => {
  const type = outcome === 'answer' || outcome === 'referral' ? 'A' : 'MX';
  return { name, type, outcome, records: [{ name, ttl: 60, type: 'A', data: '192.0.2.1' }], expires };
};

function filled(...entries: CacheEntry[]): Cache {
  const cache: Cache = {};
  for (const each of entries) keep(cache, each, 0);
  return cache;
}

describe('a cache', () => {
  it('gives what it was given until the instant at which it has run out', () => {
    const cache = filled(entry('a.'));
    expect(recall(cache, 'a.', 'A', 59_999)?.outcome).toBe('answer');
    expect(recall(cache, 'a.', 'A', 60_000)).toBeUndefined();
    expect(recall(cache, 'a.', 'MX', 0)).toBeUndefined();
  });

  it('counts whole seconds, and a TTL never grows', () => {
    expect(aged(entry('a.'), 0)[0]?.ttl).toBe(60);
    expect(aged(entry('a.'), 1)[0]?.ttl).toBe(60);
    expect(aged(entry('a.'), 1_000)[0]?.ttl).toBe(59);
    expect(aged(entry('a.'), 99_000)[0]?.ttl).toBe(0);
  });

  it('knows of every type that a name does not exist, until it is told otherwise', () => {
    const cache = filled(entry('a.', 'nxdomain'));
    expect(recall(cache, 'a.', 'A', 0)?.outcome).toBe('nxdomain');
    keep(cache, entry('a.'), 1);
    expect(recall(cache, 'a.', 'A', 2)?.outcome).toBe('answer');
    expect(recall(cache, 'a.', 'MX', 2)).toBeUndefined();
  });

  it('takes no referral for an answer, nor lets one replace an answer that still holds (RFC 2181, 5.4.1)', () => {
    const cache = filled(entry('a.', 'referral'));
    expect(recall(cache, 'a.', 'A', 0)).toBeUndefined();
    expect(recall(cache, 'a.', 'A', 0, true)?.outcome).toBe('referral');
    keep(cache, entry('a.'), 0);
    keep(cache, entry('a.', 'referral', 90_000), 0);
    expect(recall(cache, 'a.', 'A', 0)?.outcome).toBe('answer');
    keep(cache, entry('a.', 'referral', 90_000), 60_000);
    expect(recall(cache, 'a.', 'A', 60_000, true)?.outcome).toBe('referral');
  });

  it('keeps nothing for no time, and nothing for longer than its limits', () => {
    expect(filled(entry('a.', 'answer', 0))).toEqual({});
    const record = { name: 'a.', ttl: 9_000_000, type: 'A' as const, data: '192.0.2.1' };
    expect(lifetime([record], 'answer')).toBe(604_800);
    expect(lifetime([record], 'nxdomain')).toBe(10_800);
    expect(lifetime([{ ...record, ttl: 7 }, record], 'answer')).toBe(7);
    expect(lifetime([], 'nodata')).toBe(0);
  });

  it('is bounded: what has run out goes first, then the oldest', () => {
    const cache: Cache = {};
    keep(cache, entry('old.', 'answer', 90_000), 0);
    keep(cache, entry('short.', 'answer', 10), 0);
    for (let i = 0; i < CACHE_SIZE - 2; i++) keep(cache, entry(`n${i}.`, 'answer', 90_000), 0);
    keep(cache, entry('more.', 'answer', 90_000), 20);
    expect([Object.keys(cache).length, 'short. A' in cache, 'old. A' in cache]).toEqual([CACHE_SIZE, false, true]);
    keep(cache, entry('yet-more.', 'answer', 90_000), 20);
    expect([Object.keys(cache).length, 'old. A' in cache]).toEqual([CACHE_SIZE, false]);
  });
});
