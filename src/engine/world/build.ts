// From a lesson's world.json to a running world. Everything that cannot be true is reported with the
// field it stands in, so that an author can mend it; a world that builds is a world that runs.

import { CRLF, encodeUtf8 } from '../kernel/bytes';
import { parseIso } from '../kernel/calendar';
import { emptySchedule } from '../kernel/schedule';
import { inNetwork, parseAddress } from '../kernel/address';
import { parseZone } from '../dns/zone';
import type { Zones } from '../dns/types';
import type { Site } from '../mail/site';
import { SCHEDULES } from '../mta/schedules';
import { planFault } from './faults';
import { handIn } from './hand-in';
import { copy } from './snapshot';
import { addSummit } from './summit';
import { lower } from '../mail/ascii';
import { splitMailbox } from '../mail/mailbox';
import { dialectNames } from '../smtp/dialects';
import type { Host, HostData, LetterData, ServiceData, SiteData, World, WorldData } from '../world-types';

/** Number of the first account of a Unix machine. */
const FIRST_USER = 1000;

export interface FieldFault {
  /** Path into world.json: `hosts.mx1.campus.example.services[0].dialect`. */
  field: string;
  message: string;
}

/** Thrown by createWorld for data that cannot be a world. Carries every fault found. */
export class WorldFault extends Error {
  constructor(readonly faults: FieldFault[]) {
    super(faults.map(({ field, message }) => `${field}: ${message}`).join('\n'));
    this.name = 'WorldFault';
  }
}

/** A world at instant 0. Throws a WorldFault that lists all that is wrong with the data. */
export function createWorld(authored: WorldData, seed: number): World {
  const faults = worldFaults(authored);
  if (faults.length > 0) throw new WorldFault(faults);
  // A world changes in place; the lesson it came from must not.
  const data = copy(authored);
  const world: World = {
    now: 0,
    epoch: parseIso(data.start),
    seed,
    random: {},
    agenda: emptySchedule(),
    networks: data.networks,
    links: data.links ?? [],
    filters: data.filters ?? [],
    faults: [],
    hosts: mapValues(data.hosts, (host, name): Host => ({ ...host, name, services: host.services ?? [], files: host.files ?? {} })),
    sites: mapValues(data.sites, buildSite),
    zones: mapValues(data.zones, (lines, apex) => parseZone(apex, lines).zone) satisfies Zones,
    connections: {},
    sessions: {},
    queues: {},
    transfers: {},
    queries: {},
    resolutions: {},
    caches: {},
    notices: [],
    nextId: 1,
    trace: [],
  };
  addSummit(world);
  for (const fault of data.faults ?? []) planFault(world, fault);
  for (const letter of data.letters ?? []) post(world, letter);
  return world;
}

/** A letter is handed in before the first instant is over. */
function post(world: World, { host, content, ...envelope }: LetterData): void {
  const lines = encodeUtf8(content).replaceAll('\n', CRLF);
  handIn(world, host, { envelope: { ...envelope, utf8: false }, content: lines, user: FIRST_USER });
}

/** Everything in the data that cannot be true. */
export function worldFaults(data: WorldData): FieldFault[] {
  const faults: FieldFault[] = [];
  const fault = (field: string, message: string) => faults.push({ field, message });
  if (Number.isNaN(parseIso(data.start))) fault('start', `"${data.start}" is not a moment like 2024-01-15T09:00:00Z`);
  for (const [name, network] of Object.entries(data.networks)) {
    if (!isNetwork(network.prefix)) fault(`networks.${name}.prefix`, `"${network.prefix}" is not a block of addresses like 192.0.2.0/24`);
    if (!parseAddress(network.resolver)) fault(`networks.${name}.resolver`, `"${network.resolver}" is not an IP address`);
  }
  const owners = new Map<string, string>();
  for (const [name, host] of Object.entries(data.hosts)) checkHost(data, name, host, owners, fault);
  for (const [apex, lines] of Object.entries(data.zones)) {
    for (const { line, message } of parseZone(apex, lines).faults) fault(`zones.${apex}[${line - 1}]`, message);
  }
  (data.editable ?? []).forEach((apex, i) => {
    if (!Object.hasOwn(data.zones, apex)) fault(`editable[${i}]`, `there is no zone "${apex}"`);
  });
  (data.links ?? []).forEach(({ between }, i) => {
    for (const name of between) if (!Object.hasOwn(data.hosts, name)) fault(`links[${i}].between`, `there is no host "${name}"`);
  });
  (data.filters ?? []).forEach((filter, i) => {
    for (const end of ['from', 'to'] as const) {
      const block = filter[end];
      if (block !== '*' && !parseAddress(block) && !isNetwork(block))
        fault(`filters[${i}].${end}`, `"${block}" is neither *, an address nor a block`);
    }
  });
  (data.faults ?? []).forEach((planned, i) => {
    if ('host' in planned && !Object.hasOwn(data.hosts, planned.host)) fault(`faults[${i}].host`, `there is no host "${planned.host}"`);
    if ('site' in planned && !data.sites[planned.site]?.users[planned.user])
      fault(`faults[${i}].user`, `there is no user "${planned.user}" at the site "${planned.site}"`);
    if ('every' in planned && (planned.to === undefined || planned.to - planned.from >= (planned.every ?? 0)))
      fault(`faults[${i}].every`, 'what comes again ends before it does: "to" less "from" is less than "every"');
  });
  (data.letters ?? []).forEach(({ host, recipients }, i) => {
    const mta = data.hosts[host];
    const smtp = mta?.services?.some(({ protocol }) => protocol === 'smtp');
    if (!mta?.mta && !smtp) fault(`letters[${i}].host`, `there is no host "${host}" with a mail system`);
    if (recipients.length === 0) fault(`letters[${i}].recipients`, 'a letter is for somebody');
  });
  if (data.terminals.length === 0) fault('terminals', 'a learner needs at least one terminal');
  data.terminals.forEach(({ host, user }, i) => {
    const there = data.hosts[host];
    if (!there) fault(`terminals[${i}].host`, `there is no host "${host}"`);
    else if (!(there.users ?? []).includes(user)) fault(`terminals[${i}].user`, `"${user}" has no account on ${host}`);
  });
  return faults;
}

type Report = (field: string, message: string) => void;

function checkHost(data: WorldData, name: string, host: HostData, owners: Map<string, string>, fault: Report): void {
  const field = `hosts.${name}`;
  const network = data.networks[host.network];
  if (!network) fault(`${field}.network`, `there is no network "${host.network}"`);
  if (host.site !== undefined && !Object.hasOwn(data.sites, host.site)) fault(`${field}.site`, `there is no site "${host.site}"`);
  const plan = host.mta?.schedule;
  if (typeof plan === 'string' && !Object.hasOwn(SCHEDULES, plan))
    fault(`${field}.mta.schedule`, `there is no retry schedule "${plan}"; there are ${Object.keys(SCHEDULES).join(', ')}`);
  host.addresses.forEach((address, i) => {
    const here = `${field}.addresses[${i}]`;
    const parsed = parseAddress(address);
    if (!parsed) return fault(here, `"${address}" is not an IP address`);
    const owner = owners.get(address);
    if (owner) fault(here, `${address} belongs to ${owner} already`);
    owners.set(address, name);
    if (network && isNetwork(network.prefix) && !address.includes(':') && !inNetwork(address, network.prefix)) {
      fault(here, `${address} is not in ${network.prefix}, the block of network "${host.network}"`);
    }
  });
  (host.services ?? []).forEach((service, i) => checkService(data, `${field}.services[${i}]`, service, fault));
}

function checkService(data: WorldData, field: string, service: ServiceData, fault: Report): void {
  if (service.protocol === 'dns') {
    for (const apex of service.zones) if (!Object.hasOwn(data.zones, apex)) fault(`${field}.zones`, `there is no zone "${apex}"`);
  } else if (!dialectNames.includes(service.dialect)) {
    fault(`${field}.dialect`, `there is no dialect "${service.dialect}"; there are ${dialectNames.join(', ')}`);
  }
}

function isNetwork(block: string): boolean {
  const [address, length, ...more] = block.split('/');
  const parsed = parseAddress(address ?? '');
  const bits = Number(length);
  return parsed !== null && more.length === 0 && /^\d{1,3}$/.test(length ?? '') && bits <= (block.includes(':') ? 128 : 32);
}

function buildSite(site: SiteData): Site {
  const mailboxes = mapValues(site.users, ({ name, quota }) => ({
    name,
    ...(quota === undefined ? {} : { quota }),
    used: 0,
    uidNext: 1,
    messages: [],
  }));
  return { domains: site.domains, aliases: mapValues(site.aliases ?? {}, (into) => into.map((path) => atHome(site, path))), mailboxes };
}

/** An alias may name its targets with the site's own domain: they are local all the same. */
function atHome({ domains }: SiteData, path: string): string {
  const { localPart, domain } = splitMailbox(path);
  return domain !== null && domains.includes(lower(domain)) ? localPart : path;
}

function mapValues<From, To>(record: Record<string, From>, change: (value: From, key: string) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
