// Who is where, how far apart, and what stands in the way.

import { drawFrom } from '../kernel/random';
import type { HostName } from '../kernel/trace';
import { canonicalAddress, inNetwork, isIpv6 } from '../kernel/address';
import type { Filter } from '../net/types';
import type { DnsServiceData, Host, SmtpServiceData, World } from '../world-types';

/** How long the last router asks its network for an address that nobody has, before it reports so. Milliseconds. */
export const UNREACHABLE_AFTER = 3_000;

/** The host that has this address; undefined if none has. */
export function hostByAddress(world: World, address: string): Host | undefined {
  const hosts = Object.values(world.hosts);
  // Most addresses are spelled alike everywhere, and this is asked for each datagram.
  const alike = hosts.find((host) => host.addresses.includes(address));
  if (alike) return alike;
  const wanted = canonicalAddress(address);
  return hosts.find((host) => host.addresses.some((own) => canonicalAddress(own) === wanted));
}

/** The host with this name. Throws a RangeError if the world has none: a program asked for a host it cannot have learnt of. */
export function hostNamed(world: World, name: HostName): Host {
  const host = world.hosts[name];
  if (!host) throw new RangeError(`no host ${name} in this world`);
  return host;
}

/** The address a host speaks from when it talks to `toAddress`: the first of the same family. */
export function sourceAddress(host: Host, toAddress: string): string | undefined {
  return host.addresses.find((own) => isIpv6(own) === isIpv6(toAddress));
}

/** The SMTP listener on a port. */
export function smtpService(host: Host, port: number): SmtpServiceData | undefined {
  return host.services.find((service): service is SmtpServiceData => service.protocol === 'smtp' && service.port === port);
}

/** The name server on a host. */
export function dnsService(host: Host): DnsServiceData | undefined {
  return host.services.find((service): service is DnsServiceData => service.protocol === 'dns');
}

/** Milliseconds one way from host to host, jitter included; each direction draws from its own generator. */
export function latency(world: World, from: HostName, to: HostName): number {
  if (from === to) return 0;
  const link = world.links.find(({ between: [a, b] }) => (a === from && b === to) || (a === to && b === from));
  if (!link) return distance(world, from, to);
  const jitter = link.jitter ? drawFrom(world.random, world.seed, `link ${from} > ${to}`, link.jitter + 1) : 0;
  return link.latency + jitter;
}

/** Milliseconds one way to an address that no host may have: to the edge of its network. */
export function distance(world: World, from: HostName, to: HostName | null): number {
  const here = networkOf(world, from);
  const there = to === null ? undefined : networkOf(world, to);
  if (!there) return here.latency;
  return here === there ? here.latency : here.latency + there.latency;
}

/** The network a host is on. */
export function networkOf(world: World, name: HostName) {
  const host = hostNamed(world, name);
  const network = world.networks[host.network];
  if (!network) throw new RangeError(`no network ${host.network} in this world`);
  return network;
}

/** The filter that decides about a segment; undefined if nothing stands in the way. */
export function filterFor(world: World, from: string, to: string, port: number): Filter | undefined {
  return world.filters.find(
    (filter) => (filter.port === undefined || filter.port === port) && matches(filter.from, from) && matches(filter.to, to),
  );
}

function matches(pattern: string, address: string): boolean {
  if (pattern === '*') return true;
  return pattern.includes('/') ? inNetwork(address, pattern) : canonicalAddress(pattern) === canonicalAddress(address);
}
