import { type FigureChange, PLOT_CHANGE_KINDS, type PlanComparison, type RollUp } from '../core/compare/types.ts';
import type { Plan } from '../core/plan/types.ts';
import { comparePlansWhole } from '../core/review.ts';
import { formatNumber, formatSigned } from '../messages/format.ts';
import type { Language } from '../messages/language.ts';
import { readingMessagesOf } from '../messages/reading.ts';
import type { CompareArguments } from './arguments.ts';
import { hasUnopened } from './check.ts';
import { type CommandHost, EXIT, type ExitStatus } from './host.ts';
import { collectInputs, planFolderAt, readBasePlan, readFiles, readFolder } from './inputs.ts';
import { printable, printReport, type Report, statusOf } from './report.ts';

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
    if (failed) host.error(printReport(failed, said.format, said.language));
    return failed && statusOf(failed) === EXIT.errorsFound ? EXIT.errorsFound : EXIT.unusable;
  }
  const comparison = comparePlansWhole(old.plan, young.plan);
  host.out(
    said.format === 'json' ? `${JSON.stringify(comparison, null, 2)}\n` : printComparison(comparison, said.language),
  );
  return EXIT.clean;
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
  const reading = await readFiles(base, collectInputs([path], host), said);
  const { candidate, diagnostics, featureCount, sources } = reading;
  const report = { findings: diagnostics, featureCount, sources, isUnreadable: !candidate && hasUnopened(reading) };
  return { ...(candidate && { plan: candidate }), report };
}

function printComparison({ plots, rollUps, changes }: PlanComparison, language: Language): string {
  const { kinds, columns, total, noPhase, none, otherLayers } = readingMessagesOf(language).comparison;
  const one = (figure: FigureChange, digits: number) => {
    const value = (number: number | undefined) => (number === undefined ? '–' : formatNumber(number, language, digits));
    const difference = figure.difference === undefined ? '' : ` (${formatSigned(figure.difference, language, digits)})`;
    return `${value(figure.before)} → ${value(figure.after)}${figure.difference ? difference : ''}`;
  };
  const lines: string[] = [];
  if (plots.length === 0) lines.push(none);
  for (const { kind, before, after, far, height, gfa, area } of plots) {
    const numbers =
      before.join() === after.join()
        ? before.join(', ')
        : [before, after].map((side) => side.join(', ') || '–').join(' → ');
    const figures = [
      `${columns.far} ${one(far, 2)}`,
      `${columns.height} ${one(height, 1)}`,
      `${columns.gfa} ${one(gfa, 0)}`,
      `${columns.area} ${one(area, 0)}`,
    ];
    lines.push(`${numbers}: ${kinds[kind]}: ${figures.join('; ')}`);
  }
  const sum = (name: string, { plotCount, changeCounts, far, gfa, area }: RollUp) => {
    const counts = PLOT_CHANGE_KINDS.flatMap((kind) =>
      changeCounts[kind] ? [`${kinds[kind]} ${changeCounts[kind]}`] : [],
    );
    const figures = [
      `${columns.plotCount} ${one(plotCount, 0)}`,
      `${columns.far} ${one(far, 2)}`,
      `${columns.gfa} ${one(gfa, 0)}`,
      `${columns.area} ${one(area, 0)}`,
    ];
    return `${name}: ${[...figures, ...counts].join('; ')}`;
  };
  lines.push('');
  for (const part of [...rollUps.phases, ...rollUps.zones])
    if (Object.keys(part.changeCounts).length > 0) lines.push(sum(part.id || noPhase, part));
  lines.push(sum(total, rollUps.total));
  const others = changes.features.filter(({ layer }) => layer !== 'plots').length + changes.manifest.length;
  if (others > 0) lines.push(`${otherLayers}: ${formatNumber(others, language)}`);
  return `${lines.map(printable).join('\n')}\n`;
}
