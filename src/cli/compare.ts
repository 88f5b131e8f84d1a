import type { Plan } from '../core/plan/types.ts';
import { comparePlansWhole } from '../core/review.ts';
import type { CompareArguments } from './arguments.ts';
import { hasUnopened } from './check.ts';
import { type CommandHost, EXIT, type ExitStatus } from './host.ts';
import { collectInputs, planFolderAt, readBasePlan, readFiles, readFolder } from './inputs.ts';
import { printComparison } from './print_comparison.ts';
import { printReport, type Report, statusOf } from './report.ts';

/** Tells what became of every plot. Differences are no problem: the status is 1 only where an input has errors. */
export async function compare(said: CompareArguments, host: CommandHost): Promise<ExitStatus> {
  const [oldPath = '', newPath = ''] = said.paths;
  const base = readBasePlan(said.plan, host);
  const old = base.plan
    ? await readSide(oldPath, base.plan, said, host)
    : { report: { findings: base.diagnostics, featureCount: 0, isUnreadable: true } };
  const young = old.plan && (await readSide(newPath, old.plan, said, host));
  const failed = old.plan ? (young?.plan ? undefined : young?.report) : old.report;
  if (failed || !old.plan || !young?.plan) {
    const say = said.format === 'json' ? host.out : host.error;
    if (failed) for (const piece of printReport(failed, said.format, said.language)) say(piece);
    return failed && statusOf(failed) === EXIT.errorsFound ? EXIT.errorsFound : EXIT.unusable;
  }
  const comparison = comparePlansWhole(old.plan, young.plan);
  host.out(
    said.format === 'json'
      ? `${JSON.stringify(comparison, null, 2)}\n`
      : printComparison(comparison, { before: old.plan, after: young.plan }, said.language),
  );
  // What was passed over of a file is an error of it, and no part of the comparison.
  const skipped = [old.report, young.report].filter((report) => statusOf(report) !== EXIT.clean);
  for (const report of skipped) for (const piece of printReport(report, 'text', said.language)) host.error(piece);
  return skipped.length > 0 ? EXIT.errorsFound : EXIT.clean;
}

async function readSide(
  path: string,
  base: Plan,
  said: CompareArguments,
  host: CommandHost,
): Promise<{ plan?: Plan; report: Report }> {
  const folder = planFolderAt(path, host);
  if (folder !== undefined) {
    const { plan, diagnostics } = readFolder(folder, host);
    return { ...(plan && { plan }), report: { findings: diagnostics, featureCount: 0, isUnreadable: !plan } };
  }
  const reading = await readFiles(base, collectInputs([path], host), said, host);
  const { candidate, diagnostics, featureCount, sources } = reading;
  const report = { findings: diagnostics, featureCount, sources, isUnreadable: !candidate && hasUnopened(reading) };
  return { ...(candidate && { plan: candidate }), report };
}
