// A command line as bash reads it, as far as this shell goes: words, quotes, variables, pipes, lists,
// comments and plain redirections. What it does not do (globs, substitution, background jobs) it refuses
// with a sentence instead of doing something else.

import { tokens, type Token } from './tokens';
import type { CommandLine, ListItem } from './types';

/** A list of pipelines, or the lines that bash would complain with. */
export type Parsed = { list: ListItem[] } | { error: string };

/** Reads one line. Variables are not replaced yet: `$?` is only known when its turn comes. */
export function parse(line: string): Parsed {
  const lexed = tokens(line);
  if ('error' in lexed) return lexed;
  const list: ListItem[] = [];
  let rest = lexed.tokens;
  let operator: ListItem['operator'] = ';';
  while (rest.length > 0) {
    const pipeline = parsePipeline(line, rest);
    if ('error' in pipeline) return pipeline;
    list.push({ operator, commands: pipeline.commands });
    const [separator, ...more] = pipeline.rest;
    if (!separator) return { list };
    operator = separator.text as ListItem['operator'];
    if (more.length === 0 && operator !== ';') return { error: 'bash: syntax error: unexpected end of file' };
    rest = more;
  }
  return { list };
}

const SEPARATORS = [';', '&&', '||'];

function parsePipeline(line: string, all: Token[]): { commands: CommandLine[]; rest: Token[] } | { error: string } {
  const commands: CommandLine[] = [];
  let rest = all;
  for (;;) {
    const end = rest.findIndex((token) => token.type === 'operator' && (token.text === '|' || SEPARATORS.includes(token.text)));
    const own = end < 0 ? rest : rest.slice(0, end);
    const command = parseCommand(line, own, rest[own.length]);
    if ('error' in command) return command;
    if (own.length === 0) return { error: end < 0 ? 'bash: syntax error: unexpected end of file' : unexpected(rest[end]) };
    commands.push(command);
    rest = end < 0 ? [] : rest.slice(end);
    if (rest[0]?.text !== '|') return { commands, rest };
    rest = rest.slice(1);
  }
}

/** One command; `following` is the token after it. */
function parseCommand(line: string, own: Token[], following: Token | undefined): CommandLine | { error: string } {
  const command: CommandLine = { text: line.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? 0), words: [], redirections: [] };
  for (let i = 0; i < own.length; i++) {
    const token = own[i];
    if (token?.type === 'word') command.words.push(token.parts);
    else if (token) {
      const target = own[++i];
      if (target?.type !== 'word') return { error: unexpected(target ?? following) };
      command.redirections.push({ operator: token.text as '<' | '>' | '>>', target: target.parts });
    }
  }
  return command;
}

function unexpected(token: Token | undefined): string {
  return `bash: syntax error near unexpected token \`${token?.text ?? 'newline'}'`;
}
