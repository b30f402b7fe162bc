// Which lines of the deterministic part ask for time, chance or the outside world. ESLint knows what is a
// global and what only shares its name; here it runs with inline configuration off, so no comment can excuse a line.

import { ESLint } from 'eslint';

const RULES = ['no-restricted-globals', 'no-restricted-properties', 'no-restricted-syntax'];
const FOLDERS = ['engine', 'shell', 'lesson', 'lab'];

const eslint = new ESLint({
  allowInlineConfig: false,
  errorOnUnmatchedPattern: false,
  ruleFilter: ({ ruleId }) => RULES.includes(ruleId),
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } }, // these rules need no types
});

/** One sentence for each such line of the program. */
export async function indeterminismInSource(): Promise<string[]> {
  return sentences(await eslint.lintFiles(FOLDERS.map((folder) => `src/${folder}/**/*.ts`)));
}

/** The same for a text as if it were the text of an existing file of the program. */
export async function indeterminismIn(text: string, path: string): Promise<string[]> {
  return sentences(await eslint.lintText(text, { filePath: path }));
}

function sentences(results: ESLint.LintResult[]): string[] {
  return results.flatMap(({ filePath, messages }) => messages.map(({ line, message }) => `${filePath}:${line}: ${message}`));
}
