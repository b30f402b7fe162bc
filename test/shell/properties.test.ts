// Whatever is typed, cut anywhere: nothing throws, the cursor stays on its line, nothing but text reaches
// the screen, everything is plain data, and the same keys give the same trace.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyScreen, foldScreen, screenText } from '../../src/shell/screen';
import { cutAt } from '../support/feed';
import { Console } from '../support/console';

const word = fc.constantFrom(
  ...[
    'telnet',
    'nc',
    '-C',
    '-N',
    'mx1',
    'nosuch',
    '25',
    '587',
    'mail',
    'ssh ada@mx1',
    'exit',
    'cat',
    'ls -l',
    'dig',
    'host',
    'sleep 5',
    'ping',
  ],
  ...[
    'printf',
    "'a\\r\\n'",
    '|',
    ';',
    '&&',
    '>',
    'x',
    'EHLO',
    'NOOP',
    'QUIT',
    'DATA',
    '.',
    '/var/mail/ada',
    '$?',
    'man',
    'help',
    'history',
    'q',
    'd 1',
  ],
);
const key = fc.constantFrom(
  ...['\r', '\r', '\r', '\n', '\t', '\x7f', '\x03', '\x04', '\x0c', '\x15', '\x16', '\x17', '\x1b', '\x1d', '\x01', '\x0b', '\x19'],
  ...['\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D', '\x1b[1;5D', '\x1b[3~', '\x1b[200~', '\x1b[201~', '\x1b]0;title\x07', '\x9b2J', '\u202e'],
);
const typed = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: word.map((text) => `${text} `) },
      { weight: 3, arbitrary: key },
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));

function play(keys: string, places: readonly number[]): Console {
  const console = new Console();
  for (const piece of cutAt(keys, places)) {
    console.keys(piece).wait(40);
    const { cursor, edit } = foldScreen(emptyScreen(), console.world.trace, 't');
    expect(cursor).toBeGreaterThanOrEqual(0);
    expect(cursor).toBeLessThanOrEqual(edit.length);
  }
  return console.wait(2_000);
}

const UNSAFE = /[^\P{C}\n\t\p{Co}\p{Cn}]/u;

describe('any keys', () => {
  it('keep the terminal whole', () => {
    fc.assert(
      fc.property(typed, fc.array(fc.nat(), { maxLength: 20 }), (keys, places) => {
        const console = play(keys, places);
        const text = screenText(foldScreen(emptyScreen(), console.world.trace, 't'));
        expect(UNSAFE.exec(text.replaceAll(/[\ud800-\udfff\xad]/g, ''))).toBeNull();
        expect(JSON.parse(JSON.stringify(console.terminal))).toEqual(console.terminal);
        expect(JSON.stringify(play(keys, places).world.trace)).toBe(JSON.stringify(console.world.trace));
      }),
      { numRuns: 150 },
    );
  });
});
