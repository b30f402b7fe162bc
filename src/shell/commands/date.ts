import { civil, clock, formatDateTime, MONTHS, WEEKDAYS, type CivilTime, type EpochMs } from '../../engine/kernel/calendar';
import { smallProgram } from '../small';

export const date = smallProgram({
  name: 'date',
  group: 'machines',
  summary: 'the time in this world; date -R as in mail',
  manual: `NAME
    date - the date and time of this world

SYNOPSIS
    date [-uR] [+FORMAT]

DESCRIPTION
    The clock here is the world's own: it moves when you talk, wait or
    sleep. All machines are in UTC.

    -R       as in a Date field of a letter (RFC 5322, 3.3)
    +FORMAT  %Y %m %d %H %M %S %y %e %a %b %T %F %s %z %Z %%, and text

EXAMPLES
    date
    date +%H:%M
`,
  run(args, system) {
    const now = system.world.epoch + system.world.now;
    const words = args.filter((word) => word !== '-u' && word !== '--utc');
    const [word] = words;
    if (word === undefined) system.print(`${format('%a %b %e %T UTC %Y', now)}\n`);
    else if (words.length === 1 && (word === '-R' || word === '--rfc-email')) system.print(`${mailDate(now)}\n`);
    else if (words.length === 1 && word.startsWith('+')) system.print(`${format(word.slice(1), now)}\n`);
    else {
      system.complain(word.startsWith('-') ? `date: invalid option ‘${word}’\n` : 'date: cannot set date: Operation not permitted\n');
      return 1;
    }
    return 0;
  },
});

/** date -R writes the day with two digits; RFC 5322 allows both. */
function mailDate(now: EpochMs): string {
  return formatDateTime(now).replace(/^(\w+, )(\d )/, '$10$2');
}

const two = (n: number) => String(n).padStart(2, '0');

const PARTS: Record<string, (t: CivilTime, now: EpochMs) => string> = {
  Y: (t) => String(t.year),
  y: (t) => two(t.year % 100),
  m: (t) => two(t.month),
  d: (t) => two(t.day),
  e: (t) => String(t.day).padStart(2),
  H: (t) => two(t.hour),
  M: (t) => two(t.minute),
  S: (t) => two(t.second),
  a: (t) => WEEKDAYS[t.weekday] ?? '',
  b: (t) => MONTHS[t.month - 1] ?? '',
  T: clock,
  F: (t) => `${t.year}-${two(t.month)}-${two(t.day)}`,
  s: (_t, now) => String(Math.floor(now / 1000)),
  z: () => '+0000',
  Z: () => 'UTC',
  n: () => '\n',
  t: () => '\t',
  '%': () => '%',
};

function format(text: string, now: EpochMs): string {
  const t = civil(now);
  return text.replaceAll(/%(.)/gsu, (whole, letter: string) => PARTS[letter]?.(t, now) ?? whole);
}
