import { expect, test } from 'vitest';
import { countResults } from '../../../scripts/setup/test_results.mjs';

const passed = { status: 'passed' };
const failed = { status: 'failed' };

test('counts each test once and leaves out the skipped ones', () => {
  const report = {
    testResults: [
      { status: 'passed', assertionResults: [passed, passed, { status: 'pending' }] },
      { status: 'failed', assertionResults: [passed, failed] },
    ],
  };
  expect(countResults(report, 1)).toEqual({ passed: 3, failed: 1 });
});

test('counts a file that could not be loaded as a failure', () => {
  const report = { testResults: [{ status: 'failed', assertionResults: [] }] };
  expect(countResults(report, 1)).toEqual({ passed: 0, failed: 1 });
});

test('does not pass a run that ended badly without naming a failed test', () => {
  const report = { testResults: [{ status: 'passed', assertionResults: [passed] }] };
  expect(countResults(report, 1)).toEqual({ passed: 1, failed: 1 });
});

test('does not pass a run that left no report', () => {
  expect(countResults(undefined, 0)).toEqual({ passed: 0, failed: 1 });
});
