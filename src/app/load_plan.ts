import type { Diagnostic } from '../core/plan/findings.ts';
import { LAYER_IDS, type Plan } from '../core/plan/types.ts';
import type { InputFile } from '../core/read/types.ts';
import type { CoreService } from '../core/service.ts';

const DEFAULT_PLAN_FOLDER = 'data/geojson/';
const MANIFEST_NAME = 'plan.json';

/** Why a plan could not be read: which file, and what a person can do about it. */
export type LoadFailure =
  | { kind: 'foreign'; file: string }
  | { kind: 'http'; file: string; status: number }
  | { kind: 'network'; file: string }
  | { kind: 'notManifest'; file: string }
  | { kind: 'unreadable'; file: string; diagnostics: Diagnostic[] }
  | { kind: 'crashed'; detail: string };

export type LoadResult =
  | { ok: true; plan: Plan; folder: string; diagnostics: Diagnostic[] }
  | { ok: false; failure: LoadFailure };

type Fetched = { ok: true; file: InputFile } | { ok: false; failure: LoadFailure };

/**
 * The folder an address asks for in `?plan=`, absolute and ending in `/`; undefined when it lies on another origin, which is
 * never read: a link must not be able to put somebody else's plan under this site's name.
 */
export function planFolderOf(pageAddress: string): string | undefined {
  const page = new URL(pageAddress);
  const wanted = page.searchParams.get('plan') || DEFAULT_PLAN_FOLDER;
  if (!URL.canParse(wanted, page)) return undefined;
  const folder = new URL(wanted.endsWith('/') ? wanted : `${wanted}/`, page);
  return folder.origin === page.origin && folder.protocol === page.protocol ? folder.href : undefined;
}

/** Reads a plan's manifest and layers. Never throws: what goes wrong is told as a failure. */
export async function loadPlan(
  folder: string,
  service: CoreService,
  onFile: (name: string) => void,
): Promise<LoadResult> {
  const manifest = await fetchFile(folder, MANIFEST_NAME, onFile);
  if (!manifest.ok) return manifest;
  const names = layerFilesOf(manifest.file.bytes);
  if (!names) return { ok: false, failure: { kind: 'notManifest', file: MANIFEST_NAME } };
  const layers = await Promise.all(names.map((name) => fetchFile(folder, name, onFile)));
  const files = [manifest.file];
  for (const layer of layers) {
    if (!layer.ok) return layer;
    files.push(layer.file);
  }
  const { plan, diagnostics } = await service.readPlan(files);
  if (plan) return { ok: true, plan, folder, diagnostics };
  const file = diagnostics.find(({ severity }) => severity === 'error')?.file ?? MANIFEST_NAME;
  return { ok: false, failure: { kind: 'unreadable', file, diagnostics } };
}

/** Names of the layer files a manifest lists; undefined when it is no JSON object. The core looks at it properly later. */
function layerFilesOf(bytes: Uint8Array): string[] | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) return undefined;
  const layers: unknown = 'layers' in manifest ? manifest.layers : undefined;
  if (typeof layers !== 'object' || layers === null) return [];
  const listed = Object.entries(layers).filter(([layer]) => LAYER_IDS.some((id) => id === layer));
  return [...new Set(listed.flatMap(([, name]) => (typeof name === 'string' && name !== '' ? [name] : [])))];
}

/** A path as people read it; one that cannot be decoded stays as it is. */
function readablePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

async function fetchFile(folder: string, name: string, onFile: (name: string) => void): Promise<Fetched> {
  const address = URL.canParse(name, folder) ? new URL(name, folder) : undefined;
  if (!address?.href.startsWith(folder)) return { ok: false, failure: { kind: 'foreign', file: name } };
  onFile(name);
  const file = readablePath(address.pathname);
  try {
    // A published plan is replaced by copying a file: never show yesterday's from the browser's cache.
    const response = await fetch(address, { cache: 'no-cache' });
    if (!response.ok) return { ok: false, failure: { kind: 'http', file, status: response.status } };
    return { ok: true, file: { name, bytes: new Uint8Array(await response.arrayBuffer()) } };
  } catch {
    return { ok: false, failure: { kind: 'network', file } };
  }
}
