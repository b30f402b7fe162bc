// Base64 (RFC 4648, 4) over octets. It is an alphabet, not a secret.

import type { Bytes } from '../kernel/bytes';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Octets as base64 characters, padded with `=`. */
export function encodeBase64(bytes: Bytes): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = [0, 1, 2].reduce((value, k) => (value << 8) | (i + k < bytes.length ? bytes.charCodeAt(i + k) : 0), 0);
    const characters = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((group >> shift) & 63)).join('');
    const present = Math.min(3, bytes.length - i) + 1;
    out += characters.slice(0, present).padEnd(4, '=');
  }
  return out;
}

/** Base64 as octets, line ends skipped. `valid` is false if something else was in the way: then `bytes` is what came before it. */
export function decodeBase64(text: string): { bytes: Bytes; valid: boolean } {
  const characters = text.replaceAll(/[\r\n]/g, '');
  let bytes = '';
  for (let i = 0; i < characters.length; i += 4) {
    const group = /^(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)/.exec(characters.slice(i, i + 4))?.[0];
    if (group === undefined) {
      const [sound = ''] = /^[A-Za-z0-9+/]{2,3}/.exec(characters.slice(i, i + 4)) ?? [];
      return { bytes: bytes + octetsOf(sound), valid: false };
    }
    bytes += octetsOf(group.replace(/=+$/, ''));
  }
  return { bytes, valid: true };
}

/** Two to four characters carry one to three octets. */
function octetsOf(characters: string): Bytes {
  if (characters === '') return '';
  const value = [...characters.padEnd(4, 'A')].reduce((sum, character) => (sum << 6) | ALPHABET.indexOf(character), 0);
  return String.fromCharCode((value >> 16) & 255, (value >> 8) & 255, value & 255).slice(0, characters.length - 1);
}
