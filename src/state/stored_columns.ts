/**
 * Columns as the browser's database takes them. A value of more than 127 MB is refused, and a smaller one is copied by the page; the
 * bytes of a Blob are neither.
 */
const VIEWS = { Float64Array, Uint32Array, Uint16Array, Uint8Array };
type ViewName = keyof typeof VIEWS;
interface StoredView {
  blob: Blob;
  view: ViewName;
}

const LARGE_BYTES = 65_536;

/** Columns with their large arrays as Blobs; what has no columns stays as it is. */
export function withBlobs(part: unknown): unknown {
  if (ArrayBuffer.isView(part)) {
    if (part.byteLength < LARGE_BYTES) return part;
    const stored: StoredView = { blob: new Blob([part as Uint8Array<ArrayBuffer>]), view: nameOf(part) };
    return stored;
  }
  if (Array.isArray(part)) return part.map(withBlobs);
  if (typeof part !== 'object' || part === null || isPlainColumn(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([name, field]) => [name, withBlobs(field)]));
}

/** The columns again. Rejects when the browser has lost bytes. */
export async function withoutBlobs(part: unknown): Promise<unknown> {
  if (Array.isArray(part)) return Promise.all(part.map(withoutBlobs));
  if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part) || isPlainColumn(part)) return part;
  if ('blob' in part && part.blob instanceof Blob && 'view' in part)
    return new VIEWS[part.view as ViewName](await part.blob.arrayBuffer());
  const fields = await Promise.all(
    Object.entries(part).map(async ([name, field]): Promise<[string, unknown]> => [name, await withoutBlobs(field)]),
  );
  return Object.fromEntries(fields);
}

/** Its values are a file's own, and may look like anything. */
function isPlainColumn(part: object): boolean {
  return 'kind' in part && part.kind === 'plain';
}

function nameOf(view: ArrayBufferView): ViewName {
  for (const name of Object.keys(VIEWS) as ViewName[]) if (view instanceof VIEWS[name]) return name;
  throw new Error(`No column is a ${view.constructor.name}`);
}
