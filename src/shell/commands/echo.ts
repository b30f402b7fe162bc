import { encodeUtf8 } from '../../engine/kernel/bytes';
import { unescape } from '../escapes';
import { program } from '../types';

export const echo = program<null>({
  name: 'echo',
  group: 'text',
  summary: 'print words; echo -n without the line end',
  manual: `NAME
    echo - print words

SYNOPSIS
    echo [-neE] [WORD...]

DESCRIPTION
    Prints the words with a blank between them and a line feed (LF) at the
    end.

    -n  no line feed at the end
    -e  \\r \\n \\t \\\\ \\xHH \\0OOO mean what they say in printf

EXAMPLES
    echo "$HOSTNAME"
    echo -n you | base64
`,
  start(args, _stdin, system) {
    let flags = '';
    let i = 0;
    for (; /^-[neE]+$/.test(args[i] ?? ''); i++) flags += args[i];
    const text = args.slice(i).join(' ');
    const { bytes, stop } = flags.lastIndexOf('e') > flags.lastIndexOf('E') ? unescape(text) : { bytes: encodeUtf8(text), stop: false };
    system.printBytes(bytes + (flags.includes('n') || stop ? '' : '\n'));
    system.exit(0);
    return null;
  },
});
