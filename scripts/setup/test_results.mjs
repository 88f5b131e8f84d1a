/**
 * @typedef {{ status: string, assertionResults: { status: string }[] }} FileResult
 * @typedef {{ testResults: FileResult[] }} VitestReport What Vitest's JSON reporter writes.
 */

/**
 * Counts the tests of a run so that nothing that went wrong is lost: a file that could not be loaded counts as one failure, and
 * so does a run that ended badly without naming a failed test.
 * @param {VitestReport | undefined} report Undefined when no report was written.
 * @param {number} exitCode
 * @returns {{ passed: number, failed: number }}
 */
export function countResults(report, exitCode) {
  let passed = 0;
  let failed = 0;
  for (const file of report?.testResults ?? []) {
    const failedHere = file.assertionResults.filter((test) => test.status === 'failed').length;
    passed += file.assertionResults.filter((test) => test.status === 'passed').length;
    failed += failedHere === 0 && file.status === 'failed' ? 1 : failedHere;
  }
  return { passed, failed: failed === 0 && (exitCode !== 0 || !report) ? 1 : failed };
}
