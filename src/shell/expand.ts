// Variables and the tilde: the only expansions this shell knows.

import { homeOf } from './files';
import type { Login, WordPart } from './types';

export interface Surroundings {
  login: Login;
  lastStatus: number;
}

/** The words of a command. A word that was nothing but empty variables without quotes is no word. */
export function expandWords(words: WordPart[][], around: Surroundings): string[] {
  return words.flatMap((parts) => {
    const word = expandWord(parts, around);
    return word === '' && parts.every((part) => !part.quoted) ? [] : [word];
  });
}

/** One word, with its variables and a leading `~` replaced. */
export function expandWord(parts: WordPart[], around: Surroundings): string {
  const text = parts.map((part) => ('text' in part ? part.text : valueOf(part.variable, around))).join('');
  const [first] = parts;
  const tilde = first && 'text' in first && !first.quoted && /^~(?=\/|$)/.test(text);
  return tilde ? homeOf(around.login.user) + text.slice(1) : text;
}

function valueOf(variable: string, { login, lastStatus }: Surroundings): string {
  switch (variable) {
    case 'USER':
    case 'LOGNAME':
      return login.user;
    case 'HOME':
      return homeOf(login.user);
    case 'HOSTNAME':
      return login.host.split('.')[0] ?? login.host;
    case 'PWD':
      return login.directory;
    case 'SHELL':
      return '/bin/bash';
    case '?':
      return String(lastStatus);
    default:
      return '';
  }
}
