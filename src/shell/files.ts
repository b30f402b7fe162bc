// The files of a host as a login sees them: what the world says (names, addresses, mailboxes) shown as the
// files of a Debian machine, plus the files that the lesson put there or the learner wrote.

import type { Bytes } from '../engine/kernel/bytes';
import type { EpochMs } from '../engine/kernel/calendar';
import { hostNamed, networkOf } from '../engine/world';
import type { Host, World } from '../engine/world-types';
import { lettersOf, mailboxBytes, readMailbox } from './mailbox-file';
import { fromBytes, toBytes } from './file-text';
import { SERVICES_FILE } from './services';
import type { FileResult, Login } from './types';

const NO_SUCH_FILE = 'No such file or directory';
const IS_A_DIRECTORY = 'Is a directory';
const DENIED = 'Permission denied';
export const MAIL_DIRECTORY = '/var/mail';

export function homeOf(user: string): string {
  return user === 'root' ? '/root' : `/home/${user}`;
}

/** A path as an absolute one without `.`, `..`, `~` and double slashes. */
export function absolutePath(path: string, login: Login): string {
  const from = /^~(?=\/|$)/.test(path) ? homeOf(login.user) + path.slice(1) : path.startsWith('/') ? path : `${login.directory}/${path}`;
  const parts: string[] = [];
  for (const part of from.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The octets of a file, or why there are none. Reading a mailbox reads its letters: the trace says so. */
export function readFile(world: World, login: Login, path: string): FileResult {
  const wanted = absolutePath(path, login);
  const host = hostNamed(world, login.host);
  const text = authored(host)[wanted] ?? system(world, host)[wanted];
  if (text !== undefined) return { bytes: toBytes(text) };
  if (directories(world, host).has(wanted)) return { error: IS_A_DIRECTORY };
  if (!wanted.startsWith(`${MAIL_DIRECTORY}/`)) return { error: NO_SUCH_FILE };
  const owner = wanted.slice(MAIL_DIRECTORY.length + 1);
  if (!mailUsers(world, host).includes(owner)) return { error: NO_SUCH_FILE };
  if (owner !== login.user && login.user !== 'root') return { error: DENIED };
  return { bytes: readMailbox(world, host, owner) };
}

/** Writes a file; returns what went wrong, or null. */
export function writeFile(world: World, login: Login, path: string, bytes: Bytes, append: boolean): string | null {
  const wanted = absolutePath(path, login);
  const host = hostNamed(world, login.host);
  if (wanted === '/dev/null') return null;
  if (directories(world, host).has(wanted)) return IS_A_DIRECTORY;
  const parent = wanted.slice(0, wanted.lastIndexOf('/')) || '/';
  if (!directories(world, host).has(parent)) return NO_SUCH_FILE;
  const own = [homeOf(login.user), '/tmp'].some((place) => parent === place || parent.startsWith(`${place}/`));
  if (login.user !== 'root' && !own) return DENIED;
  const before = append ? (authored(host)[wanted] ?? '') : '';
  const key = Object.keys(host.files).find((name) => canonical(name, host) === wanted) ?? wanted;
  host.files[key] = fromBytes(toBytes(before) + bytes);
  return null;
}

/** Names in a directory, sorted, directories with a final `/`; null if there is no such directory. */
export function listFiles(world: World, login: Login, directory: string): string[] | null {
  const wanted = absolutePath(directory, login);
  const host = hostNamed(world, login.host);
  const places = directories(world, host);
  if (!places.has(wanted)) return null;
  const prefix = wanted === '/' ? '/' : `${wanted}/`;
  const inside = (path: string) => path.startsWith(prefix) && path !== '/' && !path.slice(prefix.length).includes('/');
  const files = [...new Set([...Object.keys(authored(host)), ...Object.keys(system(world, host)), ...mailFiles(world, host)])];
  const names = files.filter(inside).map((path) => path.slice(prefix.length));
  return [...names, ...[...places].filter(inside).map((path) => `${path.slice(prefix.length)}/`)].sort();
}

export interface FileInfo {
  directory: boolean;
  owner: string;
  group: string;
  /** `-rw-r--r--` */
  mode: string;
  octets: number;
  epoch: EpochMs;
}

/** What `ls -l` tells about a file or directory without reading it; null if there is none. */
export function fileInfo(world: World, login: Login, path: string): FileInfo | null {
  const wanted = absolutePath(path, login);
  const host = hostNamed(world, login.host);
  const owner = (host.users ?? []).find((user) => wanted === homeOf(user) || wanted.startsWith(`${homeOf(user)}/`)) ?? 'root';
  const common = { owner, group: owner, epoch: world.epoch };
  if (directories(world, host).has(wanted)) return { ...common, directory: true, mode: 'drwxr-xr-x', octets: 4096 };
  const text = authored(host)[wanted] ?? system(world, host)[wanted];
  if (text !== undefined) return { ...common, directory: false, mode: '-rw-r--r--', octets: toBytes(text).length };
  const user = wanted.slice(MAIL_DIRECTORY.length + 1);
  if (!mailFiles(world, host).includes(wanted)) return null;
  const epoch = world.epoch + (lettersOf(world, host, user).at(-1)?.at ?? 0);
  return { directory: false, owner: user, group: 'mail', mode: '-rw-rw----', octets: mailboxBytes(world, host, user).length, epoch };
}

function canonical(name: string, host: Host): string {
  return name.startsWith('~/') ? homeOf(host.users?.[0] ?? 'root') + name.slice(1) : name;
}

function authored(host: Host): Record<string, string> {
  return Object.fromEntries(Object.entries(host.files).map(([name, text]) => [canonical(name, host), text]));
}

function system(world: World, host: Host): Record<string, string> {
  const short = host.name.split('.')[0] ?? host.name;
  const domain = host.name.slice(short.length + 1);
  const addresses = host.addresses.map((address) => `${address}\t${host.name}${short === host.name ? '' : ` ${short}`}\n`).join('');
  return {
    '/dev/null': '',
    '/etc/hostname': `${short}\n`,
    '/etc/hosts': `127.0.0.1\tlocalhost\n${addresses}::1\tlocalhost ip6-localhost ip6-loopback\n`,
    '/etc/resolv.conf': `${domain ? `search ${domain}\n` : ''}nameserver ${networkOf(world, host.name).resolver}\n`,
    '/etc/services': SERVICES_FILE,
  };
}

function mailUsers(world: World, host: Host): string[] {
  const site = host.site === undefined ? undefined : world.sites[host.site];
  return Object.entries(site?.mailboxes ?? {}).flatMap(([user, mailbox]) => (mailbox.messages.length > 0 ? [user] : []));
}

const mailFiles = (world: World, host: Host) => mailUsers(world, host).map((user) => `${MAIL_DIRECTORY}/${user}`);

function directories(world: World, host: Host): Set<string> {
  const found = new Set(['/', '/tmp', '/root', '/home', MAIL_DIRECTORY, ...(host.users ?? []).map(homeOf)]);
  for (const path of [...Object.keys(authored(host)), ...Object.keys(system(world, host)), ...found]) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) found.add(path.slice(0, end));
  }
  return found;
}
