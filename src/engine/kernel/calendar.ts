// Civil dates without a clock: the engine may not ask for one, and a world's time is only a number.

/** Milliseconds since 1970-01-01T00:00:00Z, leap seconds ignored. */
export type EpochMs = number;

export interface CivilTime {
  year: number;
  /** 1..12 */
  month: number;
  /** 1..31 */
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 is Sunday. */
  weekday: number;
}

export const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const DAY = 86_400_000;

/** UTC date and time of an epoch value (Gregorian, days-from-civil in reverse). */
export function civil(epoch: EpochMs): CivilTime {
  const days = Math.floor(epoch / DAY);
  const seconds = Math.floor((epoch - days * DAY) / 1000);
  const shifted = days + 719_468; // days since 0000-03-01
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
  };
}

/** Epoch value of `YYYY-MM-DDTHH:MM:SSZ`; NaN if the text has another form or names no real moment. */
export function parseIso(text: string): EpochMs {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/.exec(text);
  if (!match) return NaN;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [number, number, number, number, number, number];
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const epoch = (era * 146_097 + dayOfEra - 719_468) * DAY + ((hour * 60 + minute) * 60 + second) * 1000;
  const back = civil(epoch);
  const real = back.month === month && back.day === day && hour < 24 && minute < 60 && second < 60;
  return real ? epoch : NaN;
}

const two = (n: number) => String(n).padStart(2, '0');

/** `Mon, 15 Jan 2024 09:00:00 +0000`, the date-time of RFC 5322, 3.3. */
export function formatDateTime(epoch: EpochMs): string {
  const t = civil(epoch);
  return `${WEEKDAYS[t.weekday]}, ${t.day} ${MONTHS[t.month - 1]} ${t.year} ${clock(t)} +0000`;
}

/** `09:00:00` */
export function clock(t: CivilTime): string {
  return `${two(t.hour)}:${two(t.minute)}:${two(t.second)}`;
}

/** Date and time as digits only: `20240115090000`. */
export function dateDigits(date: EpochMs): string {
  const t = civil(date);
  return [t.year, t.month, t.day, t.hour, t.minute, t.second].map((n) => String(n).padStart(2, '0')).join('');
}
