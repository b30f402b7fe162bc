import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandWord, expandWords } from '../../src/shell/expand';
import { parse } from '../../src/shell/parse';

const login = { host: 'ws1.campus.example', user: 'you', directory: '/tmp', history: [], via: null, afterwards: [] };
const around = { login, lastStatus: 3 };

/** The line as this shell understands it: words in brackets, then redirections. */
function understood(line: string): string {
  const parsed = parse(line);
  if ('error' in parsed) return parsed.error;
  return parsed.list
    .map(({ operator, commands }, i) => {
      const stages = commands.map(({ words, redirections }) =>
        [
          ...expandWords(words, around).map((word) => `[${word}]`),
          ...redirections.map((one) => `${one.operator}${expandWord(one.target, around)}`),
        ].join(''),
      );
      return `${i > 0 ? ` ${operator} ` : ''}${stages.join(' | ')}`;
    })
    .join('');
}

describe('a command line', () => {
  it.each([
    ['', ''],
    ['   ', ''],
    ['# nothing', ''],
    ['telnet mx1 25', '[telnet][mx1][25]'],
    ['  a\tb  ', '[a][b]'],
    ['a # b', '[a]'],
    ['a#b', '[a#b]'],
    [`a 'b  c' "d  e"`, '[a][b  c][d  e]'],
    [`a'b'"c"d`, '[abcd]'],
    [`'' ""`, '[][]'],
    [String.raw`a\ b \\ \" \$USER`, String.raw`[a b][\]["][$USER]`],
    [String.raw`"a\"b" "a\nb" '\'`, String.raw`[a"b][a\nb][\]`],
    ['$USER $HOME $HOSTNAME $? ${USER}x', '[you][/home/you][ws1][3][youx]'],
    [`"$USER:$?" '$USER'`, '[you:3][$USER]'],
    ['$NOBODY x "$NOBODY"', '[x][]'],
    ['$ a$ "$"', '[$][a$][$]'],
    ['~ ~/x a~ "~" ~you', '[/home/you][/home/you/x][a~][~][~you]'],
    ['a|b | c', '[a] | [b] | [c]'],
    ['a;b ; c', '[a] ; [b] ; [c]'],
    ['a && b || c;', '[a] && [b] || [c]'],
    ['a>b', '[a]>b'],
    ['a >> "b c" < d', '[a]>>b c<d'],
    ['> x', '>x'],
    ['echo a2>x', '[echo][a2]>x'],
    ['MAIL FROM:<you@campus.example>', "bash: syntax error near unexpected token `newline'"],
    ['| a', "bash: syntax error near unexpected token `|'"],
    ['a ;; b', "bash: case is not available here; see 'man bash'"],
    ['a | | b', "bash: syntax error near unexpected token `|'"],
    ['; a', "bash: syntax error near unexpected token `;'"],
    ['a && ; b', "bash: syntax error near unexpected token `;'"],
    ['a |', 'bash: syntax error: unexpected end of file'],
    ['a &&', 'bash: syntax error: unexpected end of file'],
    ['a > | b', "bash: syntax error near unexpected token `|'"],
    [`a 'b`, "bash: unexpected EOF while looking for matching `''\nbash: syntax error: unexpected end of file"],
    [`a "b`, 'bash: unexpected EOF while looking for matching `"\'\nbash: syntax error: unexpected end of file'],
    ['a $(b)', "bash: command substitution $(...) is not available here; see 'man bash'"],
    ['a "`b`"', "bash: command substitution `...` is not available here; see 'man bash'"],
    ['a &', "bash: running a command in the background (&) is not available here; see 'man bash'"],
    ['a << b', "bash: a here-document (<<) is not available here; see 'man bash'"],
    ['(a)', "bash: a subshell (...) is not available here; see 'man bash'"],
    ['a 2> b', "bash: the operator 2> is not available here; see 'man bash'"],
    ['a\\', '[a]'],
  ])('%j', (line, expected) => {
    expect(understood(line)).toBe(expected);
  });

  it('keeps each command as it was typed', () => {
    const parsed = parse(`printf 'a b'  |  nc -C "$USER" 25 ; date`);
    const texts = 'list' in parsed ? parsed.list.map(({ commands }) => commands.map(({ text }) => text)) : [];
    expect(texts).toEqual([[`printf 'a b'`, 'nc -C "$USER" 25'], ['date']]);
  });

  it('is always understood or refused', () => {
    const piece = fc.constantFrom(...`'"\\$|&;<>()#~\`{}?! \ta1`, '$(', '&&', '||', '>>', '${USER}', '文');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(typeof understood(pieces.join(''))).toBe('string');
      }),
    );
  });
});
