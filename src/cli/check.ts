import { analysePlan } from '../core/analyse.ts';
import type { Rule } from '../core/check/rule.ts';
import { isWanted } from '../core/check/rule_settings.ts';
import { RULES } from '../core/check/rules.ts';
import type { Diagnostic, Severity } from '../core/plan/findings.ts';
import { LAYER_IDS, type Plan } from '../core/plan/types.ts';
import { withPlanFile } from '../core/read/finding_file.ts';
import { MANIFEST_NAME } from '../core/read/read_manifest.ts';
import type { GivenFile, UpdateReading } from '../core/read/types.ts';
import type { CheckArguments } from './arguments.ts';
import type { CommandHost } from './host.ts';
import { collectInputs, planFolderAt, readBasePlan, readFiles, readFolder } from './inputs.ts';
import { CommandProblem } from './problem.ts';
import type { Report } from './report.ts';

export async function check(said: CheckArguments, host: CommandHost): Promise<Report> {
  const { paths } = said;
  const folders = paths.map((path) => planFolderAt(path, host));
  const [folder] = folders;
  if (paths.length === 1 && folder !== undefined && said.plan === undefined) return checkFolder(folder, said, host);
  const isFolder = (path: string, index: number) => folders[index] !== undefined && host.kindOf(path) === 'folder';
  if (said.plan === undefined && paths.every(isFolder))
    return together(paths.map((path) => underPath(checkFolder(path, said, host), path, host)));
  // A plan's manifest among other files is one of them; its folder would bring files nobody named.
  const plan = paths.find(isFolder);
  if (plan !== undefined) throw new CommandProblem('folder-among-files', { path: plan });
  return checkFiles(collectInputs(paths, host), said, host);
}

/** A report whose files are named from where the command was given, not from the plan's folder. */
function underPath(report: Report, path: string, host: CommandHost): Report {
  const findings = report.findings.map((finding) =>
    finding.file === undefined ? finding : { ...finding, file: host.join(path, finding.file) },
  );
  return { ...report, findings };
}

function together(reports: readonly Report[]): Report {
  return {
    findings: reports.flatMap(({ findings }) => findings),
    featureCount: reports.reduce((sum, { featureCount }) => sum + featureCount, 0),
    appliedRules: [...new Set(reports.flatMap(({ appliedRules }) => appliedRules ?? []))],
    isUnreadable: reports.some(({ isUnreadable }) => isUnreadable),
  };
}

function checkFolder(folder: string, said: CheckArguments, host: CommandHost): Report {
  const { plan, diagnostics } = readFolder(folder, host);
  if (!plan) return { findings: diagnostics, featureCount: 0, isUnreadable: isUnusable(diagnostics) };
  return reportOf(plan, diagnostics, said);
}

/** Without a manifest and without GeoJSON there is nothing to check; errors in a layer are what the check is for. */
function isUnusable(diagnostics: readonly Diagnostic[]): boolean {
  const isOfManifest = ({ code, severity, file }: Diagnostic) =>
    severity === 'error' && file === MANIFEST_NAME && code !== 'layer-file-missing';
  return diagnostics.some((diagnostic) => isOfManifest(diagnostic) || NO_GEOJSON.has(diagnostic.code));
}

/** Whether a file could not even be opened: it has errors and nothing was read of it. */
export function hasUnopened({ diagnostics, sources }: UpdateReading): boolean {
  const opened = new Set(sources.map(({ file }) => file));
  return diagnostics.some(
    ({ code, severity, file }) =>
      severity === 'error' &&
      (NO_GEOJSON.has(code) || (file !== undefined && !opened.has(file) && file !== MANIFEST_NAME)),
  );
}

async function checkFiles(files: readonly GivenFile[], said: CheckArguments, host: CommandHost): Promise<Report> {
  const base = readBasePlan(said.plan, host);
  if (!base.plan) return { findings: base.diagnostics, featureCount: 0, isUnreadable: true };
  const places = new Map<string, { file: string; pointer: string }>();
  const reading = await readFiles(base.plan, files, said, host, ({ layer, feature, pointer }, file) =>
    places.set(`${layer}|${feature.id}`, { file, pointer }),
  );
  const { candidate, diagnostics, featureCount, layers, sources } = reading;
  if (!candidate) return { findings: diagnostics, featureCount, sources, isUnreadable: hasUnopened(reading) };
  const { plan, ...report } = reportOf(candidate, diagnostics, said);
  const [only] = files;
  const ofFiles = new Set(diagnostics);
  const isManifestGiven = candidate.manifest !== base.plan.manifest;
  const inPlan = (finding: Diagnostic): Diagnostic =>
    said.plan === undefined || finding.file === undefined || (!finding.layer && isManifestGiven)
      ? finding
      : { ...finding, file: host.join(said.plan, finding.file) };
  // What came from the files is pointed at there, not in the plan's folder nor in the layer it is part of.
  const findings = report.findings.map((finding): Diagnostic => {
    if (ofFiles.has(finding)) return finding;
    if (!finding.layer || !layers.includes(finding.layer)) return inPlan(finding);
    const place = places.get(`${finding.layer}|${finding.feature ?? ''}`);
    const below = finding.pointer?.replace(/^\/features\/\d+/, '') ?? '';
    if (place) return { ...finding, file: place.file, pointer: `${place.pointer}${below}` };
    // A merged layer has features of the plan too.
    if (finding.feature !== undefined && said.plan !== undefined) return inPlan(finding);
    return files.length === 1 && only ? { ...finding, file: only.name } : finding;
  });
  return { ...report, sources, findings, ...(said.plan !== undefined && plan && { plan }) };
}

/** The file is no GeoJSON at all; everything else is an error found in it. */
const NO_GEOJSON = new Set([
  'file-empty',
  'file-too-large',
  'file-other-format',
  'file-not-utf8',
  'file-html',
  'file-nested-too-deep',
  'file-truncated',
  'file-json-broken',
  'not-geojson',
]);

function reportOf(plan: Plan, diagnostics: readonly Diagnostic[], { rules }: CheckArguments): Report {
  const checked = rules ? withRules(plan, rules) : plan;
  const findings = analysePlan(checked).findings.map((finding) => withPlanFile(finding, plan.manifest));
  const { id, title, version, status } = plan.manifest;
  return {
    plan: { id, title, version, status },
    findings: [...diagnostics, ...findings],
    featureCount: LAYER_IDS.reduce((sum, layer) => sum + plan.layers[layer].length, 0),
    appliedRules: RULES.filter((rule) => isWanted(rule, checked.manifest)).map(({ code }) => code),
    isUnreadable: false,
  };
}

/** The plan with all other rules switched off; what it says of the chosen ones still holds, unless it is that they are off. */
function withRules(plan: Plan, chosen: readonly string[]): Plan {
  const { manifest } = plan;
  const rules = new Map<string, Severity | 'off'>(Object.entries(manifest.checks?.rules ?? {}));
  for (const { code, alsoTells = [] } of RULES as readonly Rule[])
    for (const one of [code, ...alsoTells]) if (!chosen.includes(code) && !chosen.includes(one)) rules.set(one, 'off');
  for (const { code, alsoTells = [] } of RULES as readonly Rule[])
    for (const one of [code, ...alsoTells])
      if ((chosen.includes(code) || chosen.includes(one)) && rules.get(one) === 'off') rules.delete(one);
  return { ...plan, manifest: { ...manifest, checks: { ...manifest.checks, rules: Object.fromEntries(rules) } } };
}
