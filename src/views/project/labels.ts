// Labels are templates of the message catalogue; here their `{names}` are filled in.

import type { GlassKey, GlassLabels } from '../../messages/en-glass';

/** A label with its `{names}` replaced. A name without a value stays as it is, so that a slip shows. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

/** The label under a key built at run time (`enhanced.1.1`), or undefined if the catalogue has none. */
export function optionalLabel(labels: GlassLabels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key as GlassKey] : undefined;
}

const UNITS = [
  { below: 100, size: 1, key: 'time.ms' },
  { below: 60_000, size: 1_000, key: 'time.s' },
  { below: 3_600_000, size: 60_000, key: 'time.min' },
  { below: 86_400_000, size: 3_600_000, key: 'time.h' },
  { below: Infinity, size: 86_400_000, key: 'time.d' },
] as const;

/** Elapsed time as `+1.2 s`: one decimal below ten units, none above. `milliseconds` is not negative. */
export function elapsed(milliseconds: number, labels: GlassLabels): string {
  const unit = UNITS.find(({ below }) => milliseconds < below) ?? UNITS[4];
  const amount = milliseconds / unit.size;
  const n = amount < 10 ? Math.floor(amount * 10) / 10 : Math.floor(amount);
  return fill(labels[unit.key], { n });
}
