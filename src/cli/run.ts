import { analysePlan } from '../core/analyse.ts';
import type { Diagnostic } from '../core/plan/findings.ts';
import { LAYER_IDS, type Plan } from '../core/plan/types.ts';
import { MANIFEST_NAME } from '../core/read/read_manifest.ts';
import { emptyLayers, layerFilesOf, readPlan } from '../core/read/read_plan.ts';
import { readUpdate } from '../core/read/read_update.ts';
import type { InputFile } from '../core/read/types.ts';
import { type CheckArguments, HELP, parseArguments } from './arguments.ts';
import { printReport, type Report } from './report.ts';

/** What the command needs of the machine it runs on. Paths are as the person wrote them. */
export interface CommandHost {
  /** What lies at a path; undefined when nothing does or it may not be read. */
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** Throws when the file cannot be read. */
  readFile(path: string): Uint8Array;
  join(folder: string, name: string): string;
  folderOf(path: string): string;
  out(text: string): void;
  error(text: string): void;
}

export const EXIT = { clean: 0, errorsFound: 1, unusable: 2 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A path that cannot be read: the person's mistake, told in one line. */
class UnreadableInput extends Error {}

/** Runs the command line and gives its exit status. */
export async function runCommand(argv: readonly string[], host: CommandHost): Promise<ExitStatus> {
  const parsed = parseArguments(argv);
  if (parsed.command === 'help') {
    host.out(HELP);
    return EXIT.clean;
  }
  if (parsed.command === 'wrong') {
    host.error(`park-plan: ${parsed.reason}\n\n${HELP}`);
    return EXIT.unusable;
  }
  try {
    const report = await check(parsed, host);
    host.out(printReport(report, parsed.format, parsed.language));
    if (report.isUnreadable) return EXIT.unusable;
    return report.findings.some((finding) => finding.severity === 'error') ? EXIT.errorsFound : EXIT.clean;
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    host.error(`park-plan: ${error.message}\n`);
    return EXIT.unusable;
  }
}

async function check({ paths, plan: planFolder }: CheckArguments, host: CommandHost): Promise<Report> {
  const [first] = paths;
  const folder = paths.length === 1 && first !== undefined ? planFolderAt(first, host) : undefined;
  if (folder !== undefined && planFolder === undefined) return checkFolder(folder, host);
  const files = paths.map((path) => {
    if (host.kindOf(path) === 'folder') throw new UnreadableInput(`${path} is a folder; give one folder, or files.`);
    return readInput(path, path, host);
  });
  return checkFiles(files, planFolder === undefined ? undefined : folderMustHoldPlan(planFolder, host), host);
}

/** The folder a path means as a whole plan; undefined for a layer file. */
function planFolderAt(path: string, host: CommandHost): string | undefined {
  const kind = host.kindOf(path);
  if (kind === undefined) throw new UnreadableInput(`${path} does not exist or cannot be read.`);
  if (kind === 'folder') return folderMustHoldPlan(path, host);
  return /(?:^|[\\/])plan\.json$/i.test(path) ? host.folderOf(path) : undefined;
}

function folderMustHoldPlan(folder: string, host: CommandHost): string {
  if (host.kindOf(host.join(folder, MANIFEST_NAME)) !== 'file')
    throw new UnreadableInput(`${folder} has no ${MANIFEST_NAME}.`);
  return folder;
}

function readInput(path: string, name: string, host: CommandHost): InputFile {
  try {
    return { name, bytes: host.readFile(path) };
  } catch {
    throw new UnreadableInput(`${path} does not exist or cannot be read.`);
  }
}

/** Reads a plan's folder: the manifest first, for it names the other files. */
function readFolder(folder: string, host: CommandHost): { plan?: Plan; diagnostics: Diagnostic[] } {
  const manifest = readInput(host.join(folder, MANIFEST_NAME), MANIFEST_NAME, host);
  const first = readPlan([manifest]);
  const named = first.plan
    ? layerFilesOf(first.plan.manifest).map(({ path }) => path)
    : first.diagnostics.flatMap(({ code, data }) =>
        code === 'layer-file-missing' && typeof data.path === 'string' ? [data.path] : [],
      );
  const files = named.flatMap((name) => {
    const path = host.join(folder, name);
    return host.kindOf(path) === 'file' ? [readInput(path, name, host)] : [];
  });
  return readPlan([manifest, ...files]);
}

function checkFolder(folder: string, host: CommandHost): Report {
  const { plan, diagnostics } = readFolder(folder, host);
  if (!plan) return { findings: diagnostics, featureCount: 0, isUnreadable: isUnusable(diagnostics) };
  return reportOf(plan, diagnostics);
}

/** Without a manifest and without GeoJSON there is nothing to check; errors in a layer are what the check is for. */
function isUnusable(diagnostics: readonly Diagnostic[]): boolean {
  const isOfManifest = ({ code, severity, file }: Diagnostic) =>
    severity === 'error' && file === MANIFEST_NAME && code !== 'layer-file-missing';
  return diagnostics.some((diagnostic) => isOfManifest(diagnostic) || NO_GEOJSON.has(diagnostic.code));
}

async function checkFiles(
  files: readonly InputFile[],
  planFolder: string | undefined,
  host: CommandHost,
): Promise<Report> {
  let base: Plan = BARE_PLAN;
  if (planFolder !== undefined) {
    const { plan, diagnostics } = readFolder(planFolder, host);
    if (!plan) return { findings: diagnostics, featureCount: 0, isUnreadable: true };
    base = plan;
  }
  const places = new Map<string, { file: string; pointer: string }>();
  const { candidate, diagnostics, featureCount, undecided, unplaced, layers } = await readUpdate(
    base,
    files,
    'replace',
    {
      onFeature: ({ layer, feature, pointer }, file) => places.set(`${layer}|${feature.id}`, { file, pointer }),
    },
  );
  if (!candidate) {
    // Nobody is there to be asked which layer a file is: undecided counts as unreadable here.
    const isUnreadable = undecided.length + unplaced.length > 0 || diagnostics.some(({ code }) => NO_GEOJSON.has(code));
    return { findings: diagnostics, featureCount, isUnreadable };
  }
  const { plan, ...report } = reportOf(candidate, diagnostics);
  const [only] = files;
  // What came from the files is pointed at there, not in the plan's folder nor in the layer it is part of.
  const ofFiles = new Set(diagnostics);
  const findings = report.findings.map((finding): Diagnostic => {
    if (ofFiles.has(finding) || !finding.layer || !layers.includes(finding.layer)) return finding;
    const place = places.get(`${finding.layer}|${finding.feature ?? ''}`);
    const below = finding.pointer?.replace(/^\/features\/\d+/, '') ?? '';
    if (place) return { ...finding, file: place.file, pointer: `${place.pointer}${below}` };
    return files.length === 1 && only ? { ...finding, file: only.name } : finding;
  });
  return { ...report, findings, ...(planFolder !== undefined && plan && { plan }) };
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

function reportOf(plan: Plan, diagnostics: readonly Diagnostic[]): Report {
  const findings = analysePlan(plan).findings.map((finding): Diagnostic => {
    const file = finding.layer === undefined ? MANIFEST_NAME : plan.manifest.layers[finding.layer];
    return file === undefined ? finding : { ...finding, file };
  });
  const { id, title, version, status } = plan.manifest;
  return {
    plan: { id, title, version, status },
    findings: [...diagnostics, ...findings],
    featureCount: LAYER_IDS.reduce((sum, layer) => sum + plan.layers[layer].length, 0),
    isUnreadable: false,
  };
}

/** What layer files without a plan are read over: it refers to nothing and sets no target. */
const BARE_PLAN: Plan = {
  manifest: {
    id: 'bare',
    title: { zh: '', en: '' },
    version: '0',
    date: '2000-01-01',
    status: 'draft',
    measuringCrs: 'EPSG:4548',
    layers: {},
  },
  layers: emptyLayers(),
};
