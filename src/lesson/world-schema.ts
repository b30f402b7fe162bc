// What world.json may say. The engine says whether such a world can exist (worldFaults); this says
// whether the file has the form of one. Descriptions are for the editors of authors: public/schema/ is made from what stands here.

import * as v from 'valibot';
import { FaultSchema } from './fault-schema';
import { described, replyText, whole } from './schema-parts';
import { strictTeach } from '../engine/smtp/dialects/strict-teach';

const named = <const Item extends v.GenericSchema>(item: Item) => v.record(v.string(), item);
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

const AccessRule = v.strictObject({
  client: v.optional(v.string()),
  hello: v.optional(v.string()),
  sender: v.optional(v.string()),
  recipient: v.optional(v.string()),
  answer: v.union([v.literal('OK'), replyText]),
});

const SmtpService = v.strictObject({
  port,
  protocol: v.literal('smtp'),
  service: v.optional(v.string()),
  dialect: described('Whose manners and words: "postfix-like", "strict-teach" ...', v.string()),
  hostname: v.optional(described('The name it gives itself; without it the host’s.', v.string())),
  strictness: v.optional(Strictness),
  limits: v.optional(Limits),
  wording: v.optional(described('Other words for some replies, by their key, such as "250 2.0.0 Ok".', named(v.string()))),
  discardKeywords: v.optional(described('Extensions it does not offer.', v.array(Keyword))),
  extraKeywords: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]*( [!-~]+)*$/, 'A keyword is letters, digits and hyphens.'))),
  ),
  insideNetworks: v.optional(described('Blocks of addresses of its own clients, whose letters it completes.', v.array(v.string()))),
  relayFor: v.optional(described('Whose letters for elsewhere it carries on; without it nobody’s.', v.picklist(['inside', 'anyone']))),
  greylist: v.optional(described('Letters from elsewhere must be tried again after so long (ms).', v.strictObject({ delay: whole }))),
  access: v.optional(described('Who may send what to whom; the first rule that matches decides.', v.array(AccessRule))),
  relayDomains: v.optional(described('Domains elsewhere whose mail it takes from anyone and carries on.', v.array(v.string()))),
});

const DnsService = v.strictObject({
  port: v.literal(53),
  protocol: v.literal('dns'),
  zones: described('Domains it is authoritative for.', v.array(v.string())),
  recursive: described('It looks up the rest of the world for its clients.', v.boolean()),
});

const gap = v.pipe(whole, v.minValue(1, 'A gap is one millisecond or more.'));

const RetrySchedule = v.strictObject({
  retry: described(
    'The gaps between tries, in milliseconds.',
    v.variant('kind', [
      v.strictObject({ kind: v.literal('gaps'), gaps: v.pipe(v.array(gap), v.minLength(1, 'There is at least one gap.')) }),
      v.strictObject({ kind: v.literal('age'), least: gap, most: gap }),
      v.strictObject({
        kind: v.literal('rules'),
        rules: v.pipe(
          v.array(v.strictObject({ until: gap, gap, factor: v.optional(v.pipe(v.number(), v.minValue(1))), most: v.optional(gap) })),
          v.minLength(1, 'There is at least one rule.'),
        ),
      }),
    ]),
  ),
  warnAfter: v.optional(described('When the sender is told that it takes longer (ms).', gap)),
  lifetime: described('When a letter is given up (ms).', gap),
  reportLifetime: v.optional(described('When a report is given up (ms).', gap)),
});

const Mta = v.strictObject({
  schedule: v.optional(described('"teach", "postfix", "exim", or a schedule of its own.', v.union([v.string(), RetrySchedule]))),
  origin: v.optional(described('The domain of names that its programs give without one.', v.string())),
  relayHost: v.optional(described('Where all mail for elsewhere goes; in brackets without a look-up of its exchangers.', v.string())),
  exchangers: v.optional(described('What it makes of an MX that names an address or an alias.', v.picklist(['strict', 'lenient']))),
  chunking: v.optional(described('It sends chunks where they are offered.', v.boolean())),
});

const Host = v.strictObject({
  addresses: v.pipe(v.array(v.string()), v.minLength(1, 'A host has at least one address.')),
  network: described('Where it stands: a name from networks.', v.string()),
  site: v.optional(described('Whose mailboxes and domains its mail server knows: a name from sites.', v.string())),
  users: v.optional(described('Who can log in with ssh.', v.array(v.string()))),
  services: v.optional(v.array(v.variant('protocol', [SmtpService, DnsService]))),
  mta: v.optional(described('How it carries mail on.', Mta)),
  down: v.optional(described('It is switched off: no answer.', v.boolean())),
  files: v.optional(described('Texts by their path, which begins with / or ~/.', named(v.string()))),
});

const Site = v.strictObject({
  domains: described('Domains whose mail stays here.', v.array(v.string())),
  users: described('Mailboxes by local-part.', named(v.strictObject({ name: v.string(), quota: v.optional(described('Octets.', whole)) }))),
  aliases: v.optional(described('Who gets what is sent to a local-part that is no mailbox.', named(v.array(v.string())))),
});

const Network = v.strictObject({
  prefix: described('Its addresses: 192.0.2.0/24.', v.string()),
  resolver: described('The address of its name server.', v.string()),
  latency: described('Milliseconds one way, within it.', whole),
});

const Link = v.strictObject({
  between: described('Two networks.', v.strictTuple([v.string(), v.string()])),
  latency: described('Milliseconds one way.', whole),
  jitter: v.optional(described('Milliseconds more, at most, by chance.', whole)),
});

const Filter = v.strictObject({
  from: described('A block of addresses, or *.', v.string()),
  to: described('A block of addresses, or *.', v.string()),
  port: v.optional(port),
  action: described('drop: silence. reject: refused. reset: cut off.', v.picklist(['drop', 'reject', 'reset'])),
});

const Letter = v.strictObject({
  host: described('Where it was handed in.', v.string()),
  reversePath: described('Who hears of what becomes of it; empty for nobody.', v.string()),
  recipients: v.array(
    v.strictObject({
      forwardPath: v.string(),
      notify: v.optional(v.array(v.picklist(['NEVER', 'SUCCESS', 'FAILURE', 'DELAY']))),
      originalRecipient: v.optional(described('Such as rfc822;ada@campus.example.', v.string())),
    }),
  ),
  returnContent: v.optional(described('What a report about it brings back.', v.picklist(['FULL', 'HDRS']))),
  envelopeId: v.optional(v.string()),
  content: described('Header, empty line, text; lines end with \\n.', v.string()),
});

export const WorldSchema = v.strictObject({
  start: described('When it begins: 2024-01-15T09:00:00Z.', v.string()),
  networks: named(Network),
  sites: described('Organisations: whose mail is whose.', named(Site)),
  hosts: described('Machines by their full name.', named(Host)),
  zones: described('Lines of a zone file, by the zone’s name.', named(v.array(v.string()))),
  editable: described('Zones that a learner may write anew.', v.optional(v.array(v.string()))),
  links: v.optional(described('How long the way between networks is.', v.array(Link))),
  letters: v.optional(described('Letters that programs handed in just before it begins.', v.array(Letter))),
  faults: v.optional(described('What goes wrong, and when.', v.array(FaultSchema))),
  filters: v.optional(described('Middleboxes that stop connections.', v.array(Filter))),
  terminals: described(
    'Where the learner sits at first.',
    v.array(v.strictObject({ name: v.string(), host: v.string(), user: v.string() })),
  ),
});

function mapKeys<const Item>(table: object, item: Item): Record<string, Item> {
  return Object.fromEntries(Object.keys(table).map((key) => [key, item]));
}
