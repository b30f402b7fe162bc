// The rules of the house that no compiler checks. Each rule comes with a text that breaks it, to show that it can fail.

import { describe, expect, it } from 'vitest';
import { mayImport, wrongImports } from './support/rules/arrows';
import { indeterminismIn, indeterminismInSource } from './support/rules/determinism';
import { filesIn } from './support/rules/files';
import { foreignNames, proseOf } from './support/rules/reserved';

describe('arrows point down', () => {
  it('in every file', () => {
    expect(filesIn('src', '.ts', '.svelte').flatMap(wrongImports)).toEqual([]);
  });

  it.each([
    ['src/engine/smtp/session.ts', "import { connect } from '../net/connection';"],
    ['src/engine/smtp/session.ts', "import type { Session } from '../pop3/session';"],
    ['src/engine/dns/resolver.ts', "import type { Connection } from '../net/types';"],
    ['src/engine/net/link.ts', "import type { World } from '../world-types';"],
    ['src/engine/kernel/trace.ts', "export { lookUp } from '../dns/types';"],
    ['src/engine/smtp/machine.ts', "import { createMachine } from '@xstate/fsm';"],
    ['src/engine/novelty/a.ts', ''],
    ['src/lesson/load.ts', "import { parse } from '../shell/parser';"],
    ['src/shell/run.ts', "type Lab = import('../lab/lab').Lab;"],
    ['src/lab/lab.ts', "import { session } from '../app/session.svelte';"],
    ['src/app/storage.ts', "import Ladder from '../views/Ladder.svelte';"],
    ['src/app/storage.ts', "const play = () => import('../cli/play');"],
    ['src/app/storage.ts', "import { Terminal } from '@xterm/xterm';"],
    ['src/lab/lab.ts', "import { untrack } from 'svelte';"],
    ['src/app/storage.ts', "import { readFileSync } from 'node:fs';"],
    ['src/app/storage.ts', "import { filesIn } from '../../test/support/rules/files';"],
    ['src/views/project/ladder.ts', "import type { View } from '../../app/view';"],
    ['src/views/Ladder.svelte', '<script lang="ts">\n  import App from \'../App.svelte\';\n</script>'],
  ])('not in %s: %s', (path, text) => {
    expect(wrongImports({ path, text })).toHaveLength(1);
  });

  it('over any number of levels', () => {
    expect(mayImport('views', 'engine/kernel')).toBe(true);
    expect(mayImport('cli', 'engine/smtp')).toBe(true);
    expect(
      wrongImports({ path: 'src/views/project/ladder.ts', text: "import type { TraceEvent } from '../../engine/kernel/trace';" }),
    ).toEqual([]);
  });
});

describe('below src/app nothing asks for time, chance or the outside world', () => {
  it('in any file', async () => {
    expect(await indeterminismInSource()).toEqual([]);
  }, 60_000);

  it.each([
    'Date.now();',
    'new Date();',
    'Math.random();',
    'setTimeout(tick, 1);',
    'setInterval(tick, 1);',
    'performance.now();',
    "localStorage.getItem('x');",
    "indexedDB.open('x');",
    "fetch('/x');",
    'document.title;',
    'window.name;',
    'new Promise(tick);',
    'async () => 1;',
    "'a'.localeCompare('b');",
    '// eslint-disable-next-line\nnew Date();',
  ])('not as %s', async (text) => {
    expect(await indeterminismIn(text, 'src/engine/kernel/bytes.ts')).toHaveLength(1);
  });

  it('though a name of one’s own may look like one', async () => {
    expect(await indeterminismIn("const window = 8; export const field = { Date: 'Mon', window };", 'src/engine/kernel/bytes.ts')).toEqual(
      [],
    );
  });
});

describe('no file is long', () => {
  const LIMIT = 300;
  const lines = (text: string) => text.trimEnd().split('\n').length;
  const tooLong = (file: { path: string; text: string }) => lines(file.text) > LIMIT;

  it(`and none is over ${LIMIT} lines`, () => {
    const files = [...filesIn('src', '.ts', '.svelte', '.css'), ...filesIn('test', '.ts', '.svelte', '.css')];
    const lengths = files.map((file) => lines(file.text)).sort((a, b) => a - b);
    console.log(`${files.length} files, median ${lengths[lengths.length >> 1]} lines, longest ${lengths.at(-1)}`);
    expect(files.filter(tooLong).map(({ path }) => path)).toEqual([]);
  });

  it('but one could be', () => {
    expect(tooLong({ path: 'src/a.ts', text: 'x;\n'.repeat(300) })).toBe(false);
    expect(tooLong({ path: 'src/a.ts', text: 'x;\n'.repeat(301) })).toBe(true);
  });
});

describe('a lesson is data', () => {
  const isData = ({ path }: { path: string }) => /\.(md|json|txt)$/.test(path);

  it('and runs no code', () => {
    expect(filesIn('lessons').filter((file) => !isData(file))).toEqual([]);
  });

  it('so a script is none', () => {
    expect(isData({ path: 'lessons/01-hello/setup.ts' })).toBe(false);
    expect(isData({ path: 'lessons/01-hello/page.html' })).toBe(false);
  });
});

describe('names and addresses belong to nobody', () => {
  it('in the program, the lessons and the page', () => {
    const files = [...filesIn('src'), ...filesIn('lessons'), ...filesIn('public', '.svg', '.json', '.txt', '.html', '.webmanifest')];
    const foreign = files.map((file) => ({ path: file.path, names: foreignNames(proseOf(file)) }));
    expect(foreign.filter(({ names }) => names.length > 0)).toEqual([]);
  });

  it.each([
    ['https://mail.google.com/', 'mail.google.com'],
    ['http://8.8.8.8/', '8.8.8.8'],
    ['you@example.org', 'example.org'],
    ['relay.isp.net is busy', 'relay.isp.net'],
    ['Received: from [10.0.0.1]', '10.0.0.1'],
    ['25.0.0.10.in-addr.arpa', '10.0.0.25'],
    ['[IPv6:2606:4700::1111]', '2606:4700::1111'],
  ])('so not %s', (text, name) => {
    expect(foreignNames(text)).toEqual([name]);
  });

  it('but reserved ones, links to standards, and section numbers may stand', () => {
    const text = `mx1.campus.example, you@ws1.lab.test, 192.0.2.25, 198.51.100.0/24, [IPv6:2001:db8::25], 127.0.0.1, ::1,
      25.2.0.192.in-addr.arpa, at 09:00:31, RFC 9293, 3.10.7.1, 4.5.3.1 and 4.5.3.1.8, https://www.rfc-editor.org/rfc/rfc5321.`;
    expect(foreignNames(text)).toEqual([]);
  });

  it('as far as code can say a name at all', () => {
    const code = {
      path: 'src/a.ts',
      text: "const n = world.net; // from bad.com\nconst t = `at ${n} worse.org`; const s = 'ada@worst.net';",
    };
    expect(foreignNames(proseOf(code))).toEqual(['worst.net', 'worse.org', 'bad.com']);
  });
});

describe('text never becomes markup', () => {
  const rawMarkup = /\{@html\b|\.(inner|outer)HTML\b|insertAdjacentHTML|srcdoc/;

  it('in any component', () => {
    expect(
      filesIn('src', '.ts', '.svelte')
        .filter(({ text }) => rawMarkup.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it.each(['{@html letter}', 'element.innerHTML = letter', "element.insertAdjacentHTML('beforeend', letter)"])('as in %s', (text) => {
    expect(text).toMatch(rawMarkup);
  });
});
