// What a keyboard sends, as a terminal emulator hands it over, turned into keys. Everything is
// incremental: a sequence cut anywhere, even inside a surrogate pair, comes out whole in the end.
//
// Pasted text is not obeyed: its line ends are Enter, every other control in it is quoted (^V).

export type KeyName =
  | 'enter'
  | 'tab'
  | 'backspace'
  | 'delete'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'home'
  | 'end'
  | 'wordLeft'
  | 'wordRight'
  | 'unknown'
  | `ctrl-${string}`
  | `alt-${string}`;

export type Key = { type: 'text'; text: string } | { type: 'key'; name: KeyName };

/** ^V: the next character stands for itself. */
const QUOTE = '\x16';
const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';

/**
 * Takes the paste markers out of raw keyboard text and makes every line end one `\r`. `partial` is what
 * the last call returned (at first `''`).
 */
export function unbracket(partial: string, keys: string): { text: string; partial: string } {
  let pasting = partial.startsWith(PASTE_START);
  let rest = (pasting ? partial.slice(PASTE_START.length) : partial) + keys;
  // A CR that is kept was already played; it only waits for its LF.
  let afterCr = false;
  if (partial.endsWith('\r')) {
    rest = rest.slice(1);
    afterCr = true;
  }
  let text = '';
  while (rest !== '') {
    const marker = pasting ? PASTE_END : PASTE_START;
    if (rest.startsWith(marker) || rest.startsWith(PASTE_END)) {
      pasting = rest.startsWith(PASTE_START);
      rest = rest.slice(marker.length);
      afterCr = false;
      continue;
    }
    if (rest.length < marker.length && (marker.startsWith(rest) || PASTE_END.startsWith(rest))) break;
    const character = rest.charAt(0);
    rest = rest.slice(1);
    if (character === '\r' || (character === '\n' && !afterCr)) text += '\r';
    else if (character !== '\n') text += pasting && isControl(character) ? QUOTE + character : character;
    afterCr = character === '\r';
  }
  return { text, partial: (pasting ? PASTE_START : '') + (rest === '' && afterCr ? '\r' : rest) };
}

/** The first key of `text` and how many code units it takes; null if it is not complete yet. */
export function nextKey(text: string): { key: Key; length: number } | null {
  const first = text.charAt(0);
  if (first === '\x1b') return escapeKey(text);
  if (first === QUOTE) return quoted(text);
  if (isControl(first)) return { key: { type: 'key', name: controlName(first) }, length: 1 };
  let length = 1;
  while (length < text.length && !isControl(text.charAt(length))) length++;
  if (isHighSurrogate(text.charCodeAt(length - 1)) && length === text.length) length--;
  return length === 0 ? null : { key: { type: 'text', text: text.slice(0, length) }, length };
}

/** The first character of `text` (a code point; with ^V before it, quoted); null if it is not complete yet. */
export function nextCharacter(text: string): { character: string; quoted: boolean; length: number } | null {
  const isQuoted = text.startsWith(QUOTE);
  const at = isQuoted ? 1 : 0;
  if (text.length <= at || (text.length === at + 1 && isHighSurrogate(text.charCodeAt(at)))) return null;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return { character, quoted: isQuoted, length: at + character.length };
}

const isControl = (character: string) => character < '\x20' || character === '\x7f';
const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;

function quoted(text: string) {
  const next = nextCharacter(text);
  return next && { key: { type: 'text' as const, text: next.character }, length: next.length };
}

function controlName(character: string): KeyName {
  if (character === '\r' || character === '\n') return 'enter';
  if (character === '\t') return 'tab';
  if (character === '\x7f' || character === '\b') return 'backspace';
  return `ctrl-${String.fromCharCode(character.charCodeAt(0) + 0x60)}`;
}

const FINAL: Record<string, KeyName> = { A: 'up', B: 'down', C: 'right', D: 'left', H: 'home', F: 'end' };
const TILDE: Record<string, KeyName> = { '1': 'home', '7': 'home', '4': 'end', '8': 'end', '3': 'delete' };

function escapeKey(text: string): { key: Key; length: number } | null {
  const second = text.charAt(1);
  if (second === '') return null;
  if (second === 'O') {
    const third = text.charAt(2);
    return third === '' ? null : { key: { type: 'key', name: FINAL[third] ?? 'unknown' }, length: 3 };
  }
  if (second !== '[') {
    if (isControl(second)) return { key: { type: 'key', name: 'unknown' }, length: second === '\x1b' ? 1 : 2 };
    const next = nextCharacter(text.slice(1));
    return next && { key: { type: 'key', name: `alt-${next.character}` }, length: 1 + next.length };
  }
  // Control sequence: parameters, intermediates, one final character (ECMA-48, 5.4).
  const [head = ''] = /^[0-?]*[ -/]*/.exec(text.slice(2)) ?? [];
  const final = text.charAt(2 + head.length);
  if (final === '') return null;
  const length = 2 + head.length + (final >= '@' && final <= '~' ? 1 : 0);
  return { key: { type: 'key', name: sequenceName(head, final) }, length };
}

function sequenceName(parameters: string, final: string): KeyName {
  const [first = '', modifier] = parameters.split(';');
  if (final === '~') return TILDE[first] ?? 'unknown';
  // Modifiers 3 and 5 are Alt and Ctrl: both jump by words.
  if (modifier === '3' || modifier === '5') {
    if (final === 'C') return 'wordRight';
    if (final === 'D') return 'wordLeft';
  }
  return FINAL[final] ?? 'unknown';
}
