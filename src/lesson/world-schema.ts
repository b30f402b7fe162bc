// What world.json may say. The engine says whether such a world can exist (worldFaults); this says
// whether the file has the form of one. Descriptions are for the editors of authors: public/schema/ is made from what stands here.

import * as v from 'valibot';
import { Fault, replyText, said, whole } from './fault-schema';
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
  dialect: said('Whose manners and words: "postfix-like", "strict-teach" ...', v.string()),
  hostname: v.optional(said('The name it gives itself; without it the host’s.', v.string())),
  strictness: v.optional(Strictness),
  limits: v.optional(Limits),
  wording: v.optional(said('Other words for some replies, by their key, such as "250 2.0.0 Ok".', named(v.string()))),
  discardKeywords: v.optional(said('Extensions it does not offer.', v.array(Keyword))),
  extraKeywords: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]*( [!-~]+)*$/, 'A keyword is letters, digits and hyphens.'))),
  ),
  insideNetworks: v.optional(said('Blocks of addresses of its own clients, whose letters it completes.', v.array(v.string()))),
  relayFor: v.optional(said('Whose letters for elsewhere it carries on; without it nobody’s.', v.picklist(['inside', 'anyone']))),
  greylist: v.optional(said('Letters from elsewhere must be tried again after so long (ms).', v.strictObject({ delay: whole }))),
  access: v.optional(said('Who may send what to whom; the first rule that matches decides.', v.array(AccessRule))),
  relayDomains: v.optional(said('Domains elsewhere whose mail it takes from anyone and carries on.', v.array(v.string()))),
});

const DnsService = v.strictObject({
  port: v.literal(53),
  protocol: v.literal('dns'),
  zones: said('Domains it is authoritative for.', v.array(v.string())),
  recursive: said('It looks up the rest of the world for its clients.', v.boolean()),
});

const gap = v.pipe(whole, v.minValue(1, 'A gap is one millisecond or more.'));

const RetrySchedule = v.strictObject({
  retry: said(
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
  warnAfter: v.optional(said('When the sender is told that it takes longer (ms).', gap)),
  lifetime: said('When a letter is given up (ms).', gap),
  reportLifetime: v.optional(said('When a report is given up (ms).', gap)),
});

const Mta = v.strictObject({
  schedule: v.optional(said('"teach", "postfix", "exim", or a schedule of its own.', v.union([v.string(), RetrySchedule]))),
  origin: v.optional(said('The domain of names that its programs give without one.', v.string())),
  relayHost: v.optional(said('Where all mail for elsewhere goes; in brackets without a look-up of its exchangers.', v.string())),
  exchangers: v.optional(said('What it makes of an MX that names an address or an alias.', v.picklist(['strict', 'lenient']))),
  chunking: v.optional(said('It sends chunks where they are offered.', v.boolean())),
});

const Host = v.strictObject({
  addresses: v.pipe(v.array(v.string()), v.minLength(1, 'A host has at least one address.')),
  network: said('Where it stands: a name from networks.', v.string()),
  site: v.optional(said('Whose mailboxes and domains its mail server knows: a name from sites.', v.string())),
  users: v.optional(said('Who can log in with ssh.', v.array(v.string()))),
  services: v.optional(v.array(v.variant('protocol', [SmtpService, DnsService]))),
  mta: v.optional(said('How it carries mail on.', Mta)),
  down: v.optional(said('It is switched off: no answer.', v.boolean())),
  files: v.optional(said('Texts by their path, which begins with / or ~/.', named(v.string()))),
});

const Site = v.strictObject({
  domains: said('Domains whose mail stays here.', v.array(v.string())),
  users: said('Mailboxes by local-part.', named(v.strictObject({ name: v.string(), quota: v.optional(said('Octets.', whole)) }))),
  aliases: v.optional(said('Who gets what is sent to a local-part that is no mailbox.', named(v.array(v.string())))),
});

const Network = v.strictObject({
  prefix: said('Its addresses: 192.0.2.0/24.', v.string()),
  resolver: said('The address of its name server.', v.string()),
  latency: said('Milliseconds one way, within it.', whole),
});

const Link = v.strictObject({
  between: said('Two networks.', v.strictTuple([v.string(), v.string()])),
  latency: said('Milliseconds one way.', whole),
  jitter: v.optional(said('Milliseconds more, at most, by chance.', whole)),
});

const Filter = v.strictObject({
  from: said('A block of addresses, or *.', v.string()),
  to: said('A block of addresses, or *.', v.string()),
  port: v.optional(port),
  action: said('drop: silence. reject: refused. reset: cut off.', v.picklist(['drop', 'reject', 'reset'])),
});

const Letter = v.strictObject({
  host: said('Where it was handed in.', v.string()),
  reversePath: said('Who hears of what becomes of it; empty for nobody.', v.string()),
  recipients: v.array(
    v.strictObject({
      forwardPath: v.string(),
      notify: v.optional(v.array(v.picklist(['NEVER', 'SUCCESS', 'FAILURE', 'DELAY']))),
      originalRecipient: v.optional(said('Such as rfc822;ada@campus.example.', v.string())),
    }),
  ),
  returnContent: v.optional(said('What a report about it brings back.', v.picklist(['FULL', 'HDRS']))),
  envelopeId: v.optional(v.string()),
  content: said('Header, empty line, text; lines end with \\n.', v.string()),
});

export const WorldSchema = v.strictObject({
  start: said('When it begins: 2024-01-15T09:00:00Z.', v.string()),
  networks: named(Network),
  sites: said('Organisations: whose mail is whose.', named(Site)),
  hosts: said('Machines by their full name.', named(Host)),
  zones: said('Lines of a zone file, by the zone’s name.', named(v.array(v.string()))),
  editable: said('Zones that a learner may write anew.', v.optional(v.array(v.string()))),
  links: v.optional(said('How long the way between networks is.', v.array(Link))),
  letters: v.optional(said('Letters that programs handed in just before it begins.', v.array(Letter))),
  faults: v.optional(said('What goes wrong, and when.', v.array(Fault))),
  filters: v.optional(said('Middleboxes that stop connections.', v.array(Filter))),
  terminals: said('Where the learner sits at first.', v.array(v.strictObject({ name: v.string(), host: v.string(), user: v.string() }))),
});

function mapKeys<const Item>(table: object, item: Item): Record<string, Item> {
  return Object.fromEntries(Object.keys(table).map((key) => [key, item]));
}
