// Only reserved names (RFC 2606, RFC 6761) and documentation addresses (RFC 5737, RFC 3849) may appear, so
// that nothing a student types can ever reach a real machine. A few links to standards are allowed.

import { BlockList, isIPv4, isIPv6 } from 'node:net';
import ts from 'typescript';
import { scriptOf, type SourceFile } from './files';

const LINKS = ['www.rfc-editor.org', 'datatracker.ietf.org', 'www.iana.org', 'www.w3.org', 'json-schema.org'];

const RESERVED_NAME = /(^|\.)(example|test|invalid|localhost)$/;
const RESERVED_ADDRESSES = new BlockList();
RESERVED_ADDRESSES.addSubnet('192.0.2.0', 24);
RESERVED_ADDRESSES.addSubnet('198.51.100.0', 24);
RESERVED_ADDRESSES.addSubnet('203.0.113.0', 24);
RESERVED_ADDRESSES.addSubnet('127.0.0.0', 8);
RESERVED_ADDRESSES.addAddress('0.0.0.0');
RESERVED_ADDRESSES.addSubnet('2001:db8::', 32, 'ipv6');
RESERVED_ADDRESSES.addAddress('::', 'ipv6');
RESERVED_ADDRESSES.addAddress('::1', 'ipv6');

const URL_HOST = /\bhttps?:\/\/(\[[^\]]*\]|[\w.-]+)/gi;
const MAILBOX_DOMAIN = /[\w.+-]@((?:[\w-]+\.)+[a-z][\w-]*)/gi;
// A bare name counts only below a domain that people know: `session.state` is not a host.
const BARE_NAME = /(?<![\w./@-])(?:[\w-]+\.)+(?:com|org|net|edu|gov|mil|info|io|dev|de|uk|fr|ch|at|nl|eu)(?![\w.-]*[\w-])/gi;
const IPV4 = /(?<![\w.-])(\d{1,3}(?:\.\d{1,3}){3})(\.in-addr\.arpa)?(?![\w-]|\.\d)/gi;
const IPV6 = /(?<![\w.:])[\da-f]*:[\da-f:.]*[\da-f:](?![\w:])/gi;
// `4.5.3.1` is a section of RFC 5321 long before it is an address; a section with a longer number says of what.
const SHORT_SECTION = /^[2-7](\.(1?[1-9]|10)){3}$/;
const CITED_SECTION = /\bRFC \d+, (section )?\d+(\.\d+)+/gi;

/** Every host name or address in a text that belongs to someone. */
export function foreignNames(prose: string): string[] {
  const text = prose.replace(CITED_SECTION, '');
  const hosts = [...text.matchAll(URL_HOST)].map(([, host]) => host!.toLowerCase().replace(/^\[|[\].]+$/g, ''));
  const domains = [...text.matchAll(MAILBOX_DOMAIN)].map(([, domain]) => domain!.toLowerCase());
  const bare = [...text.matchAll(BARE_NAME)].map(([name]) => name.toLowerCase());
  const ipv4 = [...text.matchAll(IPV4)].map(([, digits, reverse]) => (reverse ? digits!.split('.').reverse().join('.') : digits!));
  const ipv6 = [...text.replaceAll('IPv6:', ' ').matchAll(IPV6)].map(([address]) => address);
  return [
    ...[...hosts, ...domains, ...bare].filter((name) => !isAddress(name) && !RESERVED_NAME.test(name) && !LINKS.includes(name)),
    ...ipv4.filter((address) => isIPv4(address) && !SHORT_SECTION.test(address) && !RESERVED_ADDRESSES.check(address)),
    ...ipv6.filter((address) => isIPv6(address) && !RESERVED_ADDRESSES.check(address, 'ipv6')),
  ];
}

const isAddress = (name: string) => isIPv4(name) || isIPv6(name);

/** The text of a file in which a name could be meant as one: of code, only strings, comments and markup. */
export function proseOf(file: SourceFile): string {
  if (!/\.(ts|svelte)$/.test(file.path)) return file.text;
  const script = scriptOf(file);
  const parts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) parts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file.path, script, ts.ScriptTarget.ES2022));
  const comments = script.match(/(?<=^|\s)\/\/[^\n]*|\/\*.*?\*\//gs) ?? [];
  const markup = file.path.endsWith('.svelte') ? [file.text.replace(/<script[^>]*>.*?<\/script>/gs, '').replace(/\{[^{}]*\}/g, '')] : [];
  return [...parts, ...comments, ...markup].join('\n');
}
