// Whether a lesson's world can exist (the engine knows), and whether everything in it is reserved and leads somewhere.

import { inNetwork, isIpv4, isIpv6 } from '../engine/kernel/address';
import { WORDING } from '../engine/smtp/replies';
import type { HostData, SmtpServiceData, WorldData } from '../engine/world-types';
import { worldFaults } from '../engine/world/build';
import { foreignNames, isReservedAddress, isReservedName } from './reserved';
import type { Fault } from './types';

const REPLY = /^[2-5]\d\d( [245]\.\d{1,3}\.\d{1,3})? /;
/** Recordings name terminals. */
const TERMINAL = /^[A-Za-z0-9-]{1,80}$/;
const NOT_RESERVED = 'It is not a documentation address (192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32).';

/** Every fault of world.json. */
export function checkWorld(world: WorldData): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (field, message) => void faults.push({ file: 'world.json', field, message });
  for (const { field, message } of worldFaults(world)) report(field, sentence(message));
  for (const [name, { prefix, resolver }] of Object.entries(world.networks)) {
    const field = `networks.${name}`;
    if (!isReservedAddress(prefix.split('/')[0] ?? '')) report(`${field}.prefix`, NOT_RESERVED);
    if (!resolves(world, resolver)) report(`${field}.resolver`, `No host with the address ${resolver} is a name server.`);
  }
  for (const [name, host] of Object.entries(world.hosts)) checkHost(name, host, report);
  for (const [name, { domains }] of Object.entries(world.sites)) {
    domains.forEach((domain, i) => void (isReservedName(domain) || report(`sites.${name}.domains[${i}]`, reserved(domain))));
  }
  for (const [apex, records] of Object.entries(world.zones)) checkZone(apex, records, report);
  (world.filters ?? []).forEach(({ from, to }, i) => {
    for (const [end, block] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (block !== '*' && !isReservedAddress(block.split('/')[0] ?? '')) report(`filters[${i}].${end}`, NOT_RESERVED);
    }
  });
  (world.letters ?? []).forEach((letter, i) => {
    for (const foreign of foreignNames(JSON.stringify(letter))) report(`letters[${i}]`, reserved(foreign));
  });
  world.terminals.forEach(({ name }, i) => {
    if (!TERMINAL.test(name)) report(`terminals[${i}].name`, "A terminal's name is letters, digits and hyphens.");
  });
  const twice = world.terminals.findIndex(({ name }, i) => world.terminals.some((other, j) => j < i && other.name === name));
  if (twice >= 0) report(`terminals[${twice}].name`, 'Two terminals have this name.');
  return faults;
}

type Report = (field: string, message: string) => void;

function checkHost(name: string, host: HostData, report: Report): void {
  const field = `hosts.${name}`;
  if (!isReservedName(name)) report(field, reserved(name));
  host.addresses.forEach((address, i) => {
    if ((isIpv4(address) || isIpv6(address)) && !isReservedAddress(address)) report(`${field}.addresses[${i}]`, NOT_RESERVED);
  });
  const ports = (host.services ?? []).map(({ port }) => port);
  for (const [i, service] of (host.services ?? []).entries()) {
    if (ports.indexOf(service.port) < i) report(`${field}.services[${i}].port`, `Two services listen on port ${service.port}.`);
    if (service.protocol === 'smtp') checkSmtp(`${field}.services[${i}]`, service, report);
  }
  for (const [path, text] of Object.entries(host.files ?? {})) {
    if (!/^(~|)\/./.test(path)) report(`${field}.files.${path}`, 'A path begins with / or ~/.');
    for (const foreign of foreignNames(text)) report(`${field}.files.${path}`, reserved(foreign));
  }
}

function checkSmtp(field: string, service: SmtpServiceData, report: Report): void {
  if (service.hostname !== undefined && !isReservedName(service.hostname)) report(`${field}.hostname`, reserved(service.hostname));
  (service.insideNetworks ?? []).forEach((block, i) => {
    const [address = ''] = block.split('/');
    if (!inNetwork(address, block)) report(`${field}.insideNetworks[${i}]`, 'This is not a block of addresses like 192.0.2.0/24.');
  });
  for (const [key, wording] of Object.entries(service.wording ?? {})) {
    if (!Object.hasOwn(WORDING, key)) report(`${field}.wording.${key}`, 'There is no such reply.');
    else if (!REPLY.test(wording))
      report(`${field}.wording.${key}`, 'A reply is a code, perhaps an enhanced code, and words: "250 2.0.0 Ok".');
    for (const foreign of foreignNames(wording)) report(`${field}.wording.${key}`, reserved(foreign));
  }
}

function checkZone(apex: string, records: readonly string[], report: Report): void {
  if (!isReservedName(apex)) report(`zones.${apex}`, reserved(apex));
  const owners = apex.endsWith('.arpa') || apex.endsWith('.arpa.') ? [] : records;
  owners.forEach((record, i) => {
    for (const foreign of foreignNames(record)) report(`zones.${apex}[${i}]`, reserved(foreign));
  });
}

function resolves(world: WorldData, address: string): boolean {
  return Object.values(world.hosts).some(
    ({ addresses, services = [] }) => addresses.includes(address) && services.some(({ protocol }) => protocol === 'dns'),
  );
}

const reserved = (name: string) => `${name} may belong to somebody; use a name below .example or .test, or a documentation address.`;

/** The engine's faults are half sentences. */
const sentence = (message: string) => `${message.charAt(0).toUpperCase()}${message.slice(1)}${message.endsWith('.') ? '' : '.'}`;
