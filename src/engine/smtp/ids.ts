// Names that servers make up: queue ids, and the session's own name in replies. A pattern says what one
// looks like: `n` stands for a digit, `h` and `x` for a hexadecimal one in capitals and in small letters, `A` and
// `a` for a letter, `c` for any of these; everything else stands for itself.

import { draw, type RandomState } from '../kernel/random';

const DIGITS = '0123456789';
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SMALL = CAPITALS.toLowerCase();

const ALPHABETS: Readonly<Record<string, string>> = {
  n: DIGITS,
  h: `${DIGITS}ABCDEF`,
  x: `${DIGITS}abcdef`,
  A: CAPITALS,
  a: SMALL,
  c: DIGITS + CAPITALS + SMALL,
};

/** An id after the pattern, and the generator after it. */
export function drawId(pattern: string, random: RandomState): { id: string; random: RandomState } {
  let state = random;
  const id = pattern.replace(/[nhxAac]/g, (kind) => {
    const drawn = draw(state);
    state = drawn.state;
    const alphabet = ALPHABETS[kind] ?? kind;
    return alphabet.charAt(Math.floor(drawn.value * alphabet.length));
  });
  return { id, random: state };
}
