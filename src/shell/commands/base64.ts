import { decodeBase64, encodeBase64 } from '../../engine/mail/base64';
import { filterProgram } from '../filter';

const WIDTH = '76';

export const base64 = filterProgram({
  name: 'base64',
  summary: 'write octets as base64, or read them back (-d)',
  manual: `NAME
    base64 - encode and decode (RFC 4648)

SYNOPSIS
    base64 [-d] [-w COLUMNS] [FILE]

DESCRIPTION
    -d  decode
    -w  break lines after COLUMNS characters (76); -w0 never

    It encodes every octet it gets, the line feed of echo too: for a
    password use echo -n or printf. Anyone can decode it: it hides nothing.

EXAMPLES
    printf '%s' you | base64
    echo eW91 | base64 -d
`,
  options: 'diw:',
  apply([input], options, _leading, system) {
    const bytes = input?.bytes ?? '';
    if ('d' in options) {
      const decoded = decodeBase64('i' in options ? bytes.replaceAll(/[^A-Za-z0-9+/=]/g, '') : bytes);
      system.printBytes(decoded.bytes);
      if (!decoded.valid) system.complain('base64: invalid input\n');
      return decoded.valid ? 0 : 1;
    }
    const width = options['w'] ?? WIDTH;
    if (!/^\d{1,9}$/.test(width)) {
      system.complain(`base64: invalid wrap size: ‘${width}’\n`);
      return 1;
    }
    const text = encodeBase64(bytes);
    system.print(Number(width) === 0 ? text : text.replaceAll(new RegExp(`.{1,${width}}`, 'g'), '$&\n'));
    return 0;
  },
});
