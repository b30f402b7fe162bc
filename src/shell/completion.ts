// Tab: which words could stand where the cursor is.

import type { World } from '../engine/world-types';
import { listFiles } from './files';
import { programNamed, programs } from './registry';
import type { EditLine, Login } from './types';

export interface Completion {
  /** What every candidate has in common beyond what is typed; with a blank after it if there is only one. */
  added: string;
  /** What the word could become, sorted; without its directory. */
  candidates: string[];
}

/** Candidates for the word that ends at the cursor: commands first in a pipeline's stage, then what its program takes. */
export function complete(line: EditLine, login: Login, world: World): Completion {
  const before = line.text.slice(0, line.cursor);
  const stage = before.slice(Math.max(...['|', ';', '&'].map((separator) => before.lastIndexOf(separator))) + 1);
  const words = stage.trimStart().split(/\s+/);
  const word = words.at(-1) ?? '';
  if (words.length === 1) return among(commandNames(), word);
  const kind = programNamed(words[0] ?? '')?.completes;
  if (kind === 'commands') return among(commandNames(), word);
  if (kind === 'files' || /^[~/.]/.test(word)) return fileCompletion(word, login, world);
  if (kind === 'hosts') return hostCompletion(word, world);
  return { added: '', candidates: [] };
}

const commandNames = () => programs.map(({ name }) => name);

/** `you@m` and `@ns1` complete the host after the at sign. */
function hostCompletion(word: string, world: World): Completion {
  return among([...Object.keys(world.hosts), 'localhost'], word.slice(word.lastIndexOf('@') + 1));
}

function fileCompletion(word: string, login: Login, world: World): Completion {
  const slash = word.lastIndexOf('/') + 1;
  const names = listFiles(world, login, slash === 0 ? '.' : word.slice(0, slash)) ?? [];
  const typed = word.slice(slash);
  return among(typed.startsWith('.') ? names : names.filter((name) => !name.startsWith('.')), typed);
}

function among(names: readonly string[], typed: string): Completion {
  const candidates = names.filter((name) => name.startsWith(typed)).sort();
  const [first = ''] = candidates;
  let common = first.length;
  for (const name of candidates) while (!name.startsWith(first.slice(0, common))) common--;
  const end = candidates.length === 1 && !first.endsWith('/') ? ' ' : '';
  return { added: candidates.length === 0 ? '' : first.slice(typed.length, common) + end, candidates };
}
