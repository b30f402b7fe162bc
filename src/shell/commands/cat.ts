import type { Bytes } from '../../engine/kernel/bytes';
import { filterProgram, linesOf } from '../filter';

export const cat = filterProgram({
  name: 'cat',
  summary: 'print files; cat -A shows line ends and controls',
  manual: `NAME
    cat - print files

SYNOPSIS
    cat [-AEnTv] [FILE...]

DESCRIPTION
    Prints files one after the other; without FILE, what you type until ^D.
    A CR LF in a file looks like any line end on the screen; -A tells them
    apart.

    -v  show control characters as ^X and octets above 127 as M-X
    -E  show a $ at each line end
    -T  show tabs as ^I
    -A  all three
    -n  number the lines

EXAMPLES
    cat /etc/hosts
    cat /var/mail/you
    printf 'QUIT\\r\\n' | cat -A
`,
  options: 'AEnTvuet',
  live: true,
  apply(inputs, options, _leading, system) {
    const given = (letters: string) => [...letters].some((letter) => letter in options);
    const show = { controls: given('Avet'), tabs: given('ATt'), ends: given('AEe') };
    const all = inputs.map(({ bytes }) => bytes).join('');
    if (!given('AEnTvet')) {
      system.printBytes(all);
      return 0;
    }
    const number = (i: number) => ('n' in options ? `${String(i + 1).padStart(6)}\t` : '');
    system.printBytes(
      linesOf(all)
        .map((line, i) => number(i) + shownLine(line, show))
        .join(''),
    );
    return 0;
  },
});

function shownLine(line: Bytes, show: { controls: boolean; tabs: boolean; ends: boolean }): Bytes {
  const complete = line.endsWith('\n');
  const body = complete ? line.slice(0, -1) : line;
  const shown = body.replaceAll(/[^]/g, (octet) => {
    if (octet === '\t') return show.tabs ? '^I' : octet;
    return show.controls ? caret(octet.charCodeAt(0)) : octet;
  });
  return shown + (complete ? (show.ends ? '$\n' : '\n') : '');
}

function caret(code: number): string {
  if (code >= 0x80) return `M-${caret(code - 0x80)}`;
  if (code < 0x20) return `^${String.fromCharCode(code + 0x40)}`;
  return code === 0x7f ? '^?' : String.fromCharCode(code);
}
