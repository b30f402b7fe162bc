import { describe, expect, it } from 'vitest';
import { fromExitCode, fromPlaywright, fromVitest, isGood } from './report';

const vitest = (numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number) =>
  JSON.stringify({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults: [] });
const playwright = (expected: number, unexpected: number, flaky: number, skipped: number) =>
  JSON.stringify({ stats: { expected, unexpected, flaky, skipped } });

describe('the count of a stage', () => {
  it('is one for a tool that only succeeds or fails', () => {
    expect(fromExitCode(0)).toEqual({ passed: 1, failed: 0, faults: [] });
    expect(fromExitCode(2)).toEqual({ passed: 0, failed: 1, faults: [] });
  });

  it('is what the tool reports', () => {
    expect(fromVitest(vitest(7, 0, 0, 0), 0)).toEqual({ passed: 7, failed: 0, faults: [] });
    expect(fromVitest(vitest(5, 2, 0, 0), 1)).toEqual({ passed: 5, failed: 2, faults: [] });
    expect(fromPlaywright(playwright(4, 1, 0, 0), 1)).toEqual({ passed: 4, failed: 1, faults: [] });
  });

  it('counts a test that passed at another try', () => {
    expect(fromPlaywright(playwright(3, 0, 1, 0), 0)).toMatchObject({ passed: 4, failed: 0 });
    expect(fromPlaywright(playwright(3, 1, 1, 0), 1)).toMatchObject({ passed: 4, failed: 1 });
  });

  it('includes files that could not be run', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    const report = JSON.stringify({ numPassedTests: 2, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults });
    expect(fromVitest(report, 1)).toEqual({ passed: 2, failed: 1, faults: ['1 of the files could not be run.'] });
  });

  it.each([
    ['a skipped test', fromVitest(vitest(7, 0, 1, 0), 0), /^1 skipped/],
    ['a test that is only a plan', fromVitest(vitest(7, 0, 0, 2), 0), /^2 skipped/],
    ['a skipped browser test', fromPlaywright(playwright(7, 0, 0, 3), 0), /^3 skipped/],
    ['no test at all', fromVitest(vitest(0, 0, 0, 0), 0), /^No test ran/],
    ['a crash after the last test', fromPlaywright(playwright(7, 0, 0, 0), 1), /^Ended with exit code 1 though/],
    ['a missing report', fromVitest(undefined, 134), /^Ended with exit code 134 and left no report/],
  ])('does not let %s pass', (_what, outcome, sentence) => {
    expect(outcome.faults).toEqual([expect.stringMatching(sentence)]);
    expect(isGood(outcome)).toBe(false);
  });
});
