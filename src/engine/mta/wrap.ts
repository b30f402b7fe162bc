import type { Bytes } from '../kernel/bytes';

const WIDTH = 79;
const INDENT = '    ';

/** A text as lines of at most 79 octets, broken at blanks, the further ones indented by four; a longer word stays whole. */
export function wrapped(text: Bytes): Bytes[] {
  const lines: Bytes[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line.trim() !== '' && longer.length > WIDTH) {
      lines.push(line);
      line = INDENT + word;
    } else line = longer;
  }
  return [...lines, line];
}
