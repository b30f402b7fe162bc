// Options as POSIX programs read them: `-d`, `-w 3`, `-w3`, `-dv`, and `--` before words that start with a dash.

export interface Options {
  /** Letters that were given, with their values (`''` for switches). */
  given: Record<string, string>;
  words: string[];
  /** The first letter that is not known, or whose value is missing. */
  fault: { letter: string; missing: boolean } | null;
}

/** Reads options up to the first other word. `spec` is a getopt string: a colon after a letter that takes a value. */
export function readOptions(args: readonly string[], spec: string): Options {
  const given: Record<string, string> = {};
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    if (word === '--') return { given, words: args.slice(i + 1), fault: null };
    if (!/^-./s.test(word)) return { given, words: args.slice(i), fault: null };
    for (let k = 1; k < word.length; k++) {
      const letter = word.charAt(k);
      const at = letter === ':' ? -1 : spec.indexOf(letter);
      if (at < 0) return { given, words: [], fault: { letter, missing: false } };
      if (spec.charAt(at + 1) !== ':') {
        given[letter] = '';
        continue;
      }
      const value = word.slice(k + 1) || args[++i];
      if (value === undefined) return { given, words: [], fault: { letter, missing: true } };
      given[letter] = value;
      break;
    }
  }
  return { given, words: [], fault: null };
}

/** getopt's own complaint, and for coreutils the line after it. */
export function optionFault(program: string, { letter, missing }: NonNullable<Options['fault']>, help = false): string {
  const what = missing ? `option requires an argument -- '${letter}'` : `invalid option -- '${letter}'`;
  return `${program}: ${what}\n${help ? `Try 'man ${program}' for the options it has here.\n` : ''}`;
}
