// From a tool's own report to counts. A run is only good if something ran, nothing was skipped and
// nothing failed; whatever else is wrong (a file that does not load, a crash) must not look like success.

/** How many tests a stage ran, and what is wrong with it beside failed tests. */
export interface Outcome {
  passed: number;
  failed: number;
  /** One sentence each; every one counts as a failure. */
  faults: string[];
}

/** True if the stage ran, and nothing in it failed. */
export function isGood({ failed, faults }: Outcome): boolean {
  return failed === 0 && faults.length === 0;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** One per file. */
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** The outcome of a stage without tests of its own: one command that succeeds or not. */
export function fromExitCode(exitCode: number): Outcome {
  return exitCode === 0 ? { passed: 1, failed: 0, faults: [] } : { passed: 0, failed: 1, faults: [] };
}

/** The outcome of `vitest run --reporter=json`. `report` is the file's text, undefined if it was not written. */
export function fromVitest(report: string | undefined, exitCode: number): Outcome {
  if (report === undefined) return noReport(exitCode);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report) as VitestReport;
  const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
  const faults = broken.length > 0 ? [`${broken.length} of the files could not be run.`] : [];
  return judge(numPassedTests, numFailedTests, numPendingTests + numTodoTests, exitCode, faults);
}

/** The outcome of `playwright test --reporter=json`. A test that needed another try (CI only) has passed, and is spoken of. */
export function fromPlaywright(report: string | undefined, exitCode: number): Outcome {
  if (report === undefined) return noReport(exitCode);
  const { expected, unexpected, flaky, skipped } = (JSON.parse(report) as PlaywrightReport).stats;
  if (flaky > 0) console.log(`${flaky} of the browser tests needed another try; see above which.`);
  return judge(expected + flaky, unexpected, skipped, exitCode);
}

function judge(passed: number, failed: number, skipped: number, exitCode: number, faults: string[] = []): Outcome {
  if (skipped > 0) faults.push(`${skipped} skipped: a test that does not run proves nothing.`);
  if (passed + failed === 0) faults.push('No test ran.');
  if (exitCode !== 0 && failed === 0 && faults.length === 0) faults.push(`Ended with exit code ${exitCode} though no test failed.`);
  return { passed, failed, faults };
}

function noReport(exitCode: number): Outcome {
  return { passed: 0, failed: 0, faults: [`Ended with exit code ${exitCode} and left no report.`] };
}
