// The top of the tree of names. A world lists only the zones it is about; what lies above them is added to it as
// zones and hosts like any other: a server for the root, and one for the top-level zones, which hand on to the
// servers of the zones below. So a name in none of the zones does not exist. The names and addresses of the two are
// made up from reserved ones. A world with a root zone of its own gets nothing added.

import { isWithin } from '../dns/names';
import { addressesOf } from '../dns/resolve';
import type { ResourceRecord, Zone } from '../dns/types';
import { inNetwork, isIpv6 } from '../kernel/address';
import type { HostName } from '../kernel/trace';
import type { World } from '../world-types';
import { dnsService } from './topology';

const ROOT_SERVER: HostName = 'a.root-servers.example';
const TOP_SERVER: HostName = 'a.tld-servers.example';
const TOP_ZONES = ['example', 'test', 'in-addr.arpa', 'ip6.arpa'];
/** Milliseconds from either of them to the core of the network. */
const LATENCY = 6;
/** Seconds, as in the real root. */
const TTL = { root: 518_400, delegation: 172_800, negative: 900 };
const BLOCKS = ['203.0.113', '198.51.100', '192.0.2'];

/** Adds the zones above those of the world, and who serves them. Changes the world in place, once, at its beginning. */
export function addSummit(world: World): void {
  const zones = Object.values(world.zones);
  if (zones.some(({ apex }) => apex === '.')) return;
  const top = TOP_ZONES.filter((name) => !zones.some(({ apex }) => apex === `${name}.`));
  const delegations = zones.filter((zone) => !parentOf(zone, zones)).flatMap((zone) => delegation(world, zone));
  addHost(world, ROOT_SERVER, ['.'], '2001:db8:ffff::53');
  addHost(world, TOP_SERVER, top, '2001:db8:ffff::54');
  const underTop = (name: string) => top.some((each) => isWithin(name, `${each}.`));
  for (const name of top) {
    const here = delegations
      .filter(([owner]) => isWithin(owner!.name, `${name}.`))
      .flat()
      .filter((each) => isWithin(each.name, `${name}.`));
    const own = name === 'example' ? [...glueOf(world, ROOT_SERVER), ...glueOf(world, TOP_SERVER)] : [];
    world.zones[name] = zoneOf(`${name}.`, [...apexRecords(`${name}.`, TOP_SERVER, TTL.delegation), ...here, ...own]);
  }
  const handedOn = top.map((name): ResourceRecord => ({ name: `${name}.`, ttl: TTL.delegation, type: 'NS', data: `${TOP_SERVER}.` }));
  const others = delegations.filter(([owner]) => !underTop(owner!.name)).flat();
  const records = [
    ...apexRecords('.', ROOT_SERVER, TTL.root),
    ...handedOn,
    ...others,
    ...glueOf(world, ROOT_SERVER),
    ...glueOf(world, TOP_SERVER),
  ];
  world.zones['.'] = zoneOf('.', records);
}

function parentOf(zone: Zone, zones: Zone[]): Zone | undefined {
  return zones.find(({ apex }) => apex !== zone.apex && isWithin(zone.apex, apex));
}

/**
 * What was registered for a zone: the NS records it begins with, as far as these hosts have addresses, else the hosts
 * that serve it; and their addresses. A zone that nobody serves was never registered, and does not exist.
 */
function delegation(world: World, { apex, records }: Zone): ResourceRecord[][] {
  const named = records.filter(({ name, type }) => name === apex && type === 'NS').map(({ data }) => data);
  const serving = Object.values(world.hosts).filter((host) =>
    dnsService(host)?.zones.some((each) => `${each.replace(/\.$/, '')}.` === apex),
  );
  const found = named.filter((name) => addressesOf(world.zones, name).length > 0);
  const servers = found.length > 0 ? found : serving.map(({ name }) => `${name}.`);
  if (servers.length === 0) return [];
  const handing = servers.map((data): ResourceRecord => ({ name: apex, ttl: TTL.delegation, type: 'NS', data }));
  const addresses = servers.flatMap((server) => {
    const known = addressesOf(world.zones, server);
    return glue(server, known.length > 0 ? known : (world.hosts[server.slice(0, -1)]?.addresses ?? []));
  });
  return [[...handing, ...addresses]];
}

function apexRecords(apex: string, server: HostName, ttl: number): ResourceRecord[] {
  const data = `${server}. hostmaster.${server.slice(2)}. 2024010101 1800 900 604800 ${TTL.negative}`;
  return [
    { name: apex, ttl: TTL.negative, type: 'SOA', data },
    { name: apex, ttl, type: 'NS', data: `${server}.` },
  ];
}

function glueOf(world: World, host: HostName): ResourceRecord[] {
  return glue(`${host}.`, world.hosts[host]?.addresses ?? []);
}

function glue(name: string, addresses: readonly string[]): ResourceRecord[] {
  return addresses.map((data) => ({ name, ttl: TTL.delegation, type: isIpv6(data) ? 'AAAA' : 'A', data }));
}

function addHost(world: World, name: HostName, zones: string[], ipv6: string): void {
  const ipv4 = freeAddress(world);
  world.networks[name] = { prefix: `${ipv4}/32`, resolver: ipv4, latency: LATENCY };
  const services = [{ port: 53 as const, protocol: 'dns' as const, zones, recursive: false }];
  world.hosts[name] = { name, addresses: [ipv4, ipv6], network: name, services, files: {} };
}

/** An address that no host has, in none of the world's networks if there is one. */
function freeAddress({ hosts, networks }: World): string {
  const taken = Object.values(hosts).flatMap(({ addresses }) => addresses);
  const all = BLOCKS.flatMap((block) => Array.from({ length: 254 }, (_, i) => `${block}.${254 - i}`));
  const free = all.filter((address) => !taken.includes(address));
  return free.find((address) => !Object.values(networks).some(({ prefix }) => inNetwork(address, prefix))) ?? free[0] ?? '203.0.113.254';
}

/** Servers of several zones have their addresses once. */
function zoneOf(apex: string, records: ResourceRecord[]): Zone {
  const isTwin = (a: ResourceRecord, b: ResourceRecord) => a.name === b.name && a.type === b.type && a.data === b.data;
  return { apex, records: records.filter((each, i) => records.findIndex((other) => isTwin(each, other)) === i) };
}
