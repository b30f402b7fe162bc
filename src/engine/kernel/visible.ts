// What came over a wire is shown, never obeyed: no control character, no escape sequence and no
// bidirectional override reaches a screen as itself.

import { decodeUtf8, type Bytes } from './bytes';

// Format characters that reorder or hide text, and the separators some renderers treat as line ends.
const HIDDEN = /[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u061c\u180e\u{e0000}-\u{e007f}]/u;

/**
 * Octets as text that is safe to show: C0 controls and DEL in caret form (`^[`), octets that are not
 * UTF-8 as `\xHH`, C1 controls and invisible format characters as `<U+202E>`. `keep` lists controls
 * that pass unchanged (a terminal keeps line feed and tab).
 */
export function visible(bytes: Bytes, keep = ''): string {
  let out = '';
  let start = 0;
  // Runs of valid text are decoded at once; a broken octet is shown alone, as itself.
  for (let i = 0; i <= bytes.length; i++) {
    const end = i === bytes.length || bytes.charCodeAt(i) < 0x80;
    if (!end) continue;
    if (i > start) out += visibleText(decodeRun(bytes.slice(start, i)), keep);
    if (i < bytes.length) out += visibleText(bytes.charAt(i), keep);
    start = i + 1;
  }
  return out;
}

/** The same for text that is characters already (a file, a file name, a typed line). */
export function visibleText(text: string, keep = ''): string {
  let out = '';
  for (const character of text) out += keep.includes(character) ? character : visibleCharacter(character);
  return out;
}

function visibleCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return '^' + String.fromCharCode(code + 0x40);
  if (code === 0x7f) return '^?';
  if ((code >= 0x80 && code < 0xa0) || HIDDEN.test(character)) return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  return character;
}

function decodeRun(run: Bytes): string {
  const text = decodeUtf8(run);
  if (!text.includes('\ufffd')) return text;
  let out = '';
  for (let i = 0; i < run.length;) {
    const whole = [2, 3, 4].map((n) => run.slice(i, i + n)).find((part) => part.length > 1 && !decodeUtf8(part).includes('\ufffd'));
    if (whole) out += decodeUtf8(whole);
    else out += `\\x${run.charCodeAt(i).toString(16).padStart(2, '0')}`;
    i += whole?.length ?? 1;
  }
  return out;
}
