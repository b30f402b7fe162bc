// Markdown as plain text, for the places in a page that hold nothing else.

import { Lexer, type Token } from 'marked';

/** The words of inline Markdown, without its marks. */
export function plainText(markdown: string): string {
  return Lexer.lexInline(markdown).map(wordsOf).join('');
}

function wordsOf(token: Token): string {
  if ('tokens' in token && token.tokens) return token.tokens.map(wordsOf).join('');
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
}
