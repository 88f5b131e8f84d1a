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

/**
 * Columns with their large arrays as Blobs; what has no columns stays as it is. What stands in several places is stored once.
 * @param pause called before the bytes of each large array are copied
 */
export async function withBlobs(part: unknown, pause: () => Promise<void>): Promise<unknown> {
  const known = new Map<object, Promise<unknown>>();
  let last: Promise<void> = Promise.resolve();
  const convert = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null || isPlainColumn(one)) return one;
    let conversion = known.get(one);
    if (!conversion) {
      conversion = converted(one);
      known.set(one, conversion);
    }
    return conversion;
  };
  const converted = async (one: object): Promise<unknown> => {
    if (ArrayBuffer.isView(one)) {
      if (one.byteLength < LARGE_BYTES) return one;
      // One after the other.
      last = last.then(pause);
      await last;
      const stored: StoredView = { blob: new Blob([one as Uint8Array<ArrayBuffer>]), view: nameOf(one) };
      return stored;
    }
    if (Array.isArray(one)) return Promise.all(one.map(convert));
    return recordOf(one, convert);
  };
  return convert(part);
}

async function recordOf(record: object, convert: (field: unknown) => unknown): Promise<object> {
  const fields = await Promise.all(
    Object.entries(record).map(async ([name, field]): Promise<[string, unknown]> => [name, await convert(field)]),
  );
  return Object.fromEntries(fields);
}

/** The columns again. Rejects when the browser has lost bytes. */
export async function withoutBlobs(part: unknown): Promise<unknown> {
  const known = new Map<object, Promise<unknown>>();
  const convert = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null || ArrayBuffer.isView(one) || isPlainColumn(one)) return one;
    let conversion = known.get(one);
    if (!conversion) {
      conversion = converted(one);
      known.set(one, conversion);
    }
    return conversion;
  };
  const converted = async (one: object): Promise<unknown> => {
    if (Array.isArray(one)) return Promise.all(one.map(convert));
    if ('blob' in one && one.blob instanceof Blob && 'view' in one)
      return new VIEWS[one.view as ViewName](await one.blob.arrayBuffer());
    return recordOf(one, convert);
  };
  return convert(part);
}

/** Its values are a file's own, and may look like anything. */
function isPlainColumn(part: object): boolean {
  return 'kind' in part && part.kind === 'plain';
}

function nameOf(view: ArrayBufferView): ViewName {
  for (const name of Object.keys(VIEWS) as ViewName[]) if (view instanceof VIEWS[name]) return name;
  throw new Error(`No column is a ${view.constructor.name}`);
}
