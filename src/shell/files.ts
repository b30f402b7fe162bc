// The files of a host as a login sees them: what the world says (names, addresses, mailboxes) shown as the
// files of a Debian machine, plus the files that the lesson put there or the learner wrote.
//
// A world's files are text. An octet that is not UTF-8 is kept as the lone surrogate U+DC80..U+DCFF, so
// that every file gives back exactly the octets that were written.

import { encodeUtf8, isUtf8, decodeUtf8, type Bytes } from '../engine/kernel/bytes';
import { hostNamed, networkOf } from '../engine/world';
import type { Host, World } from '../engine/world-types';
import { readMailbox } from './mailbox-file';
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

/** True if a file is there, readable or not. */
export function fileExists(world: World, login: Login, path: string): boolean {
  const wanted = absolutePath(path, login);
  const host = hostNamed(world, login.host);
  return wanted in authored(host) || wanted in system(world, host) || mailFiles(world, host).includes(wanted);
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

function toBytes(text: string): Bytes {
  return text.replaceAll(/[^\udc80-\udcff]+|[\udc80-\udcff]/gu, (run) => {
    const code = run.charCodeAt(0);
    return run.length === 1 && code >= 0xdc80 && code <= 0xdcff ? String.fromCharCode(code - 0xdc00) : encodeUtf8(run);
  });
}

function fromBytes(bytes: Bytes): string {
  if (isUtf8(bytes)) return decodeUtf8(bytes);
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const length = [4, 3, 2, 1].find(
      (n) => i + n <= bytes.length && isUtf8(bytes.slice(i, i + n)) && Array.from(decodeUtf8(bytes.slice(i, i + n))).length === 1,
    );
    text += length ? decodeUtf8(bytes.slice(i, i + length)) : String.fromCharCode(0xdc00 + bytes.charCodeAt(i));
    i += length ?? 1;
  }
  return text;
}
