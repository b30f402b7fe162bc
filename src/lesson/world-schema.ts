// What world.json may say. The engine says whether such a world can exist (worldFaults); this says
// whether the file has the form of one.

import * as v from 'valibot';
import { strictTeach } from '../engine/smtp/dialects/strict-teach';

const named = <const Item extends v.GenericSchema>(item: Item) => v.record(v.string(), item);
const whole = v.pipe(v.number(), v.integer('This is a whole number.'), v.minValue(0, 'This is not negative.'));
const port = v.pipe(
  v.number(),
  v.integer('This is a whole number.'),
  v.minValue(1, 'A port is 1 or more.'),
  v.maxValue(65535, 'A port is at most 65535.'),
);

// Switches and limits are those that a dialect sets.
const Strictness = v.strictObject({
  ...v.partial(v.strictObject(mapKeys(strictTeach.strictness, v.boolean()))).entries,
  bareLf: v.optional(v.picklist(['accept', 'first-line', 'normalize', 'reject'])),
  verify: v.optional(v.picklist(['unread', 'nothing', 'existence', 'names'])),
});
const Limits = v.partial(v.strictObject(mapKeys(strictTeach.limits, whole)));

const Keyword = v.picklist(['PIPELINING', 'SIZE', 'VRFY', 'ETRN', 'ENHANCEDSTATUSCODES', '8BITMIME', 'DSN', 'SMTPUTF8', 'EXPN', 'HELP']);

const SmtpService = v.strictObject({
  port,
  protocol: v.literal('smtp'),
  dialect: v.string(),
  hostname: v.optional(v.string()),
  strictness: v.optional(Strictness),
  limits: v.optional(Limits),
  wording: v.optional(named(v.string())),
  discardKeywords: v.optional(v.array(Keyword)),
  extraKeywords: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]*( [!-~]+)*$/, 'A keyword is letters, digits and hyphens.'))),
  ),
  insideNetworks: v.optional(v.array(v.string())),
});

const DnsService = v.strictObject({
  port: v.literal(53),
  protocol: v.literal('dns'),
  zones: v.array(v.string()),
  recursive: v.boolean(),
});

const Host = v.strictObject({
  addresses: v.pipe(v.array(v.string()), v.minLength(1, 'A host has at least one address.')),
  network: v.string(),
  site: v.optional(v.string()),
  users: v.optional(v.array(v.string())),
  services: v.optional(v.array(v.variant('protocol', [SmtpService, DnsService]))),
  down: v.optional(v.boolean()),
  files: v.optional(named(v.string())),
});

const Site = v.strictObject({
  domains: v.array(v.string()),
  users: named(v.strictObject({ name: v.string(), quota: v.optional(whole) })),
  aliases: v.optional(named(v.array(v.string()))),
});

export const WorldSchema = v.strictObject({
  start: v.string(),
  networks: named(v.strictObject({ prefix: v.string(), resolver: v.string(), latency: whole })),
  sites: named(Site),
  hosts: named(Host),
  zones: named(v.array(v.string())),
  links: v.optional(v.array(v.strictObject({ between: v.tuple([v.string(), v.string()]), latency: whole, jitter: v.optional(whole) }))),
  filters: v.optional(
    v.array(v.strictObject({ from: v.string(), to: v.string(), port: v.optional(port), action: v.picklist(['drop', 'reject', 'reset']) })),
  ),
  terminals: v.array(v.strictObject({ name: v.string(), host: v.string(), user: v.string() })),
});

function mapKeys<const Item>(table: object, item: Item): Record<string, Item> {
  return Object.fromEntries(Object.keys(table).map((key) => [key, item]));
}
