// Everything that must hold, in order: `npm test`, or `npm test -- types lint` for some of the groups.
// A stage that fails does not stop the later ones, so one run shows all faults. The last line is the count.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fromExitCode, fromPlaywright, fromVitest, isGood, type Outcome } from './support/report';

interface Stage {
  group: string;
  name: string;
  command: string;
  /** A tool that counts its tests, and where it writes them; a stage without counts as one. */
  report?: { file: string; read: (text: string | undefined, exitCode: number) => Outcome };
  /** The stage without whose success this one makes no sense. */
  needs?: string;
}

const folder = mkdtempSync(join(tmpdir(), 'helo-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const unit = { file: join(folder, 'unit.json'), read: fromVitest };
const browser = { file: join(folder, 'browser.json'), read: fromPlaywright };

const STAGES: Stage[] = [
  { group: 'types', name: 'engine types', command: 'tsc -p src/engine/tsconfig.json' },
  { group: 'types', name: 'worker types', command: 'tsc -p src/worker/tsconfig.json' },
  { group: 'types', name: 'types', command: 'tsc -p tsconfig.json' },
  { group: 'types', name: 'svelte-check', command: 'svelte-check --tsconfig ./tsconfig.json --fail-on-warnings' },
  { group: 'lint', name: 'eslint', command: 'eslint --max-warnings 0 .' },
  { group: 'lint', name: 'prettier', command: 'prettier --check --log-level warn .' },
  { group: 'lint', name: 'knip', command: 'knip' },
  { group: 'unit', name: 'unit', command: `vitest run --reporter=default --reporter=json --outputFile.json="${unit.file}"`, report: unit },
  { group: 'browser', name: 'build', command: 'vite build' },
  { group: 'browser', name: 'browser', command: 'playwright test --reporter=line,json', report: browser, needs: 'build' },
];

const env = {
  ...process.env,
  PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
  PLAYWRIGHT_JSON_OUTPUT_FILE: browser.file,
};

function run({ name, command, report }: Stage): Outcome {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env });
  const exitCode = status ?? 1; // ended by a signal
  if (!report) return fromExitCode(exitCode);
  return report.read(existsSync(report.file) ? readFileSync(report.file, 'utf8') : undefined, exitCode);
}

function runAll(stages: Stage[]): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  const lines: string[] = [];
  for (const stage of stages) {
    const began = performance.now();
    const needed = stage.needs === undefined ? undefined : outcomes.get(stage.needs);
    const outcome =
      needed && !isGood(needed) ? { passed: 0, failed: 0, faults: [`Not run, because the ${stage.needs} failed.`] } : run(stage);
    outcomes.set(stage.name, outcome);
    const { passed, failed, faults } = outcome;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const counts = `${passed} passed, ${failed} failed`.padEnd(26);
    lines.push([isGood(outcome) ? 'ok  ' : 'FAIL', stage.name.padEnd(13), counts, `${seconds} s`.padStart(8), ...faults].join(' '));
  }
  console.log(`\n${lines.join('\n')}`);
  return [...outcomes.values()];
}

const groups = process.argv.slice(2);
const unknown = groups.find((group) => !STAGES.some((stage) => stage.group === group));
if (unknown !== undefined) {
  console.error(`There is no group "${unknown}"; there are ${[...new Set(STAGES.map((stage) => stage.group))].join(', ')}.`);
  process.exit(2);
}
const outcomes = runAll(STAGES.filter((stage) => groups.length === 0 || groups.includes(stage.group)));
const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + count(outcome), 0);
const failed = sum((outcome) => outcome.failed + outcome.faults.length);
console.log(`\n${sum((outcome) => outcome.passed)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
