// The `+` options of dig 9.18: what each changes in a look-up. They may be shortened, and `no` turns them
// off. Options that only change what real servers or real sockets do are taken and have no effect.

import type { DigDisplay, DigLookup } from './dig-lookup';

export type OptionOutcome = 'done' | 'foreign' | 'invalid';

type Effect = (lookup: DigLookup, on: boolean) => void;

const shows =
  (part: keyof DigDisplay): Effect =>
  ({ display }, on) => {
    display[part] = on;
  };

const showsAll: Effect = ({ display }, on) => {
  for (const part of ['question', 'answer', 'authority', 'additional', 'comments', 'stats', 'command'] as const) display[part] = on;
};

const recurses: Effect = (lookup, on) => {
  lookup.recurse = on;
};

const overTcp: Effect = (lookup, on) => {
  lookup.tcp = on;
  lookup.tcpChosen = true;
};

const edns: Effect = (lookup, on) => {
  lookup.edns = on;
};

const dnssec: Effect = (lookup, on) => {
  lookup.dnssec = on;
};

/** As the real one: it shows where the answers come from, and not what is around them. */
const traces: Effect = (lookup, on) => {
  const { display } = lookup;
  lookup.trace = on;
  if (!on) return;
  display.comments = display.question = display.additional = display.stats = false;
  display.answer = display.authority = true;
};

const SWITCHES: Record<string, Effect> = {
  additional: shows('additional'),
  all: showsAll,
  answer: shows('answer'),
  authority: shows('authority'),
  class: shows('class'),
  cmd: shows('command'),
  comments: shows('comments'),
  dnssec,
  do: dnssec,
  edns,
  multiline: shows('multiline'),
  question: shows('question'),
  rdflag: recurses,
  recurse: recurses,
  short: shows('short'),
  stats: shows('stats'),
  tcp: overTcp,
  trace: traces,
  ttlid: shows('ttl'),
  vc: overTcp,
};

const NUMBERS: Record<string, (lookup: DigLookup, value: number) => void> = {
  retry: (lookup, value) => {
    lookup.tries = value + 1;
  },
  timeout: (lookup, value) => {
    lookup.timeout = Math.max(value, 1);
  },
  tries: (lookup, value) => {
    lookup.tries = Math.max(value, 1);
  },
};

const WITHOUT_EFFECT = (
  'aaflag aaonly adflag badcookie besteffort bufsize cookie crypto defname domain ednsnegotiation fail idnin idnout ' +
  'ignore keepalive keepopen mapped ndots nsid padding raflag search showsearch split tcflag unexpected zflag'
).split(' ');

/** Real options that change what is asked or shown, and that this dig does not have. */
const FOREIGN = (
  'cdflag dns64prefix ednsflags ednsopt expandaaaa expire header-only https identify nssearch onesoa opcode ' +
  'qr rrcomments subnet tls ttlunits unknownformat yaml'
).split(' ');

const NAMES = [...Object.keys(SWITCHES), ...Object.keys(NUMBERS), ...WITHOUT_EFFECT, ...FOREIGN].sort();

/** Applies one option, written without its plus sign. */
export function applyOption(lookup: DigLookup, option: string): OptionOutcome {
  const [keyword = '', value] = option.toLowerCase().split('=');
  const on = !keyword.startsWith('no');
  const typed = on ? keyword : keyword.slice(2);
  const name = NAMES.includes(typed) ? typed : NAMES.find((known) => typed.length > 1 && known.startsWith(typed));
  if (name === undefined) return 'invalid';
  if (FOREIGN.includes(name)) return on ? 'foreign' : 'done';
  SWITCHES[name]?.(lookup, on);
  const setNumber = NUMBERS[name];
  if (!setNumber) return 'done';
  if (value === undefined || !/^\d{1,3}$/.test(value)) return 'invalid';
  setNumber(lookup, Number(value));
  return 'done';
}
