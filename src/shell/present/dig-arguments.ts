// The command line of dig 9.18. What comes before the first name holds for every name; what comes after a
// name holds for that one. The banner is made when the first name is met, and knows what came before it.

import { parseName, reverseName } from '../../engine/dns/names';
import { DIG_VERSION, plainLookup, type DigLookup, type DigRequest } from './dig-lookup';
import { applyOption } from './dig-options';
import { askedType, foreignOption, foreignType, type Parsed } from './records';

const USAGE = `Usage:  dig [@global-server] [domain] [q-type] [q-class] {q-opt}
            {global-d-opt} host [@local-server] {local-d-opt}
            [ host [@local-server] {local-d-opt} [...]]
`;
const HINT = '\nUse "dig -h" (or "dig -h | more") for complete list of options\n';
const HELP = `${USAGE}Where:  domain is in the Domain Name System
        q-type is one of (a,aaaa,any,axfr,cname,mx,ns,ptr,soa,srv,txt) [default:a]
        q-class is one of (in,ch) [default:in]
        q-opt  is one of:
                 -p port             (specify port number)
                 -q name             (specify query name)
                 -t type             (specify query type)
                 -x dot-notation     (shortcut for reverse lookups)
        d-opt  is of the form +keyword[=value], where keyword is:
                 +[no]additional     (Control display of additional section)
                 +[no]all            (Set or clear all display flags)
                 +[no]answer         (Control display of answer section)
                 +[no]authority      (Control display of authority section)
                 +[no]class          (Control display of class in records)
                 +[no]cmd            (Control display of command line)
                 +[no]comments       (Control display of header and section names)
                 +[no]multiline      (Print records in an expanded format)
                 +[no]question       (Control display of question section)
                 +[no]recurse        (Recursive mode)
                 +[no]short          (Display nothing except short form of answers)
                 +[no]stats          (Control display of statistics)
                 +[no]tcp            (TCP mode)
                 +timeout=###        (Set query timeout) [5]
                 +[no]trace          (Trace delegation down from root)
                 +tries=###          (Set number of UDP attempts) [3]
                 +[no]ttlid          (Control display of ttls in records)
`;

const PLAIN_LETTERS = /^-[46imnr]+$/;
const VALUE_LETTERS = 'cpqtx';
const FOREIGN_LETTERS = 'bdfkuy';
const CHAOS = ['CH', 'CHAOS'];
const FOREIGN_CLASSES = ['HS', 'HESIOD'];

/** Ends the reading of a command line. */
class Refusal extends Error {
  constructor(
    readonly text: string,
    readonly status: number,
  ) {
    super(text);
  }
}

interface Reading {
  args: string[];
  lookups: DigLookup[];
  /** Where options go: the defaults, then the latest look-up. */
  current: DigLookup;
  defaults: DigLookup;
  /** Look-ups that were given a type, which a name or -x no longer chooses. */
  typed: DigLookup[];
  /** False after -t or -c: from then on every word is a name. */
  openTypeAndClass: boolean;
  warnings: string;
}

/** Reads the words after `dig`. An error text ends with a line feed and belongs on standard error. */
export function parseDig(args: string[]): Parsed<DigRequest> {
  const defaults = plainLookup();
  const reading: Reading = { args, lookups: [], current: defaults, defaults, typed: [], openTypeAndClass: true, warnings: '' };
  try {
    for (let i = 0; i < args.length; i++) if (readWord(reading, args[i]!, args[i + 1])) i++;
    if (reading.lookups.length === 0) {
      addLookup(reading, '.');
      reading.current.question.type = 'NS';
    }
  } catch (refusal) {
    if (refusal instanceof Refusal) return { error: refusal.text, status: refusal.status };
    throw refusal;
  }
  for (const lookup of reading.lookups) {
    const { type } = lookup.question;
    if (type === 'AXFR' || (type === 'ANY' && !lookup.tcpChosen)) lookup.tcp = true;
  }
  return { request: { lookups: reading.lookups, warnings: reading.warnings } };
}

/** True if the word took the next one as its value. */
function readWord(reading: Reading, word: string, next: string | undefined): boolean {
  if (word.startsWith('@')) reading.current.server = word.slice(1);
  else if (word.startsWith('+')) readOption(reading, word);
  else if (word.startsWith('-')) return readDash(reading, word, next);
  else if (!reading.openTypeAndClass || !(readType(reading, word) || readClass(reading, word))) addLookup(reading, word);
  return false;
}

function readOption({ current }: Reading, word: string): void {
  const outcome = applyOption(current, word.slice(1));
  if (outcome === 'invalid') throw new Refusal(`Invalid option: ${word}\n${USAGE}${HINT}`, 1);
  if (outcome === 'foreign') throw new Refusal(foreignOption('dig', word), 1);
}

function readDash(reading: Reading, word: string, next: string | undefined): boolean {
  const letter = word.charAt(1);
  if (letter === 'h') throw new Refusal(HELP, 0);
  if (letter === 'v') throw new Refusal(`DiG ${DIG_VERSION}\n`, 0);
  if (PLAIN_LETTERS.test(word)) return false;
  if (letter !== '' && FOREIGN_LETTERS.includes(letter)) throw new Refusal(foreignOption('dig', `-${letter}`), 1);
  const attached = word.slice(2);
  const value = attached || next;
  if (letter === '' || !VALUE_LETTERS.includes(letter) || value === undefined)
    throw new Refusal(`Invalid option: ${word}\n${USAGE}${HINT}`, 1);
  if (letter === 'q') addLookup(reading, value);
  else if (letter === 'x') addReverse(reading, value);
  else if (letter === 'p') reading.current.port = readPort(value);
  else {
    reading.openTypeAndClass = false;
    if (letter === 't' && !readType(reading, value)) reading.warnings += `;; Warning, ignoring invalid type ${value}\n`;
    if (letter === 'c' && !readClass(reading, value)) reading.warnings += `;; Warning, ignoring invalid class ${value}\n`;
  }
  return attached === '';
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new Refusal("dig: Couldn't parse port number\n", 10);
  return Number(text);
}

function readType(reading: Reading, word: string): boolean {
  const asked = word.toUpperCase() === 'AXFR' ? { type: 'AXFR' as const } : askedType(word);
  if (!asked) return false;
  if ('foreign' in asked) throw new Refusal(foreignType('dig', asked.foreign), 1);
  if (reading.typed.includes(reading.current)) reading.warnings += ';; Warning, extra type option\n';
  reading.current.question.type = asked.type;
  reading.typed.push(reading.current);
  return true;
}

function readClass({ current }: Reading, word: string): boolean {
  const upper = word.toUpperCase();
  if (CHAOS.includes(upper)) current.question.class = 'CH';
  if (FOREIGN_CLASSES.includes(upper))
    throw new Refusal(`dig: class ${upper} works on a real machine; the simulated Internet has the classes IN and CH.\n`, 1);
  return upper === 'IN' || CHAOS.includes(upper);
}

function addLookup(reading: Reading, text: string): void {
  const parsed = parseName(text);
  if ('fault' in parsed) throw new Refusal(`dig: '${text}' is not a legal name (${parsed.fault})\n`, 10);
  const { defaults, lookups, args } = reading;
  const question = { ...defaults.question, name: parsed.name };
  const first = lookups.length === 0;
  const banner =
    first && defaults.display.command
      ? { args: args.join(' '), countsServers: defaults.server !== null, short: defaults.display.short }
      : null;
  const lookup = { ...defaults, display: { ...defaults.display }, question, banner };
  if (reading.typed.includes(defaults)) reading.typed.push(lookup);
  lookups.push(lookup);
  reading.current = lookup;
}

function addReverse(reading: Reading, text: string): void {
  // Like dig: what is no address is turned round all the same, so `-x 192.0.2` asks for the whole network.
  const name = reverseName(text) ?? `${text.split('.').reverse().join('.')}.in-addr.arpa.`;
  addLookup(reading, name);
  if (!reading.typed.includes(reading.current)) reading.current.question.type = 'PTR';
}
