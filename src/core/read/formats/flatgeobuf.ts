import type { Diagnostic } from '../../plan/findings.ts';
import type { DeclaredCrs, SourceLayer } from '../source.ts';
import type { FormatInput } from './format.ts';

const MAGIC_BYTES = 8;
const LENGTH_BYTES = 4;
/** Beyond this a header says more features than a file could hold: it is damaged. */
const SMALLEST_FEATURE_BYTES = 8;

/**
 * The features of a FlatGeobuf file. Walks them itself, so that a damaged one does not take the others along and nothing of the
 * library that fetches or needs WebAssembly is loaded. Never rejects for what is in the file.
 */
export async function openFlatgeobuf({ main, log }: FormatInput): Promise<SourceLayer[]> {
  const [{ ByteBuffer }, { fromByteBuffer }, { Feature }, { parseProperties }, { fromGeometry }, { calcTreeSize }] =
    await Promise.all([
      import('flatbuffers'),
      import('flatgeobuf/lib/mjs/header-meta.js'),
      import('flatgeobuf/lib/mjs/flat-geobuf/feature.js'),
      import('flatgeobuf/lib/mjs/generic/feature.js'),
      import('flatgeobuf/lib/mjs/geojson/geometry.js'),
      import('flatgeobuf/lib/mjs/packedrtree.js'),
    ]);
  const { bytes } = main;
  const features: unknown[] = [];
  const shapeFaults = new Map<number, Diagnostic[]>();
  const pointerOf = (index: number) => `/row/${index + 1}`;
  let declaredCrs: DeclaredCrs | undefined;
  try {
    const buffer = new ByteBuffer(bytes);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const headerBytes = view.getUint32(MAGIC_BYTES, true);
    if (headerBytes > bytes.length - MAGIC_BYTES - LENGTH_BYTES)
      throw new RangeError('header beyond the end of the file');
    buffer.setPosition(MAGIC_BYTES);
    const header = fromByteBuffer(buffer);
    const { featuresCount, indexNodeSize } = header;
    if (!(featuresCount >= 0 && featuresCount <= bytes.length / SMALLEST_FEATURE_BYTES))
      throw new RangeError(`${featuresCount} features`);
    const crs = header.crs;
    if (crs && crs.code > 0) declaredCrs = { text: `${crs.org || 'EPSG'}:${crs.code}`, kind: 'name' };
    else if (crs?.wkt) declaredCrs = { text: crs.wkt, kind: 'wkt' };
    // The library sets properties by assignment, which a column named `__proto__` would turn into something else.
    const columns = header.columns ?? [];
    const numbered = { ...header, columns: columns.map((column, index) => ({ ...column, name: `c${index}` })) };
    // The count is 0 where the writer did not know it; the index then has no size either.
    const indexBytes = indexNodeSize > 0 && featuresCount > 0 ? calcTreeSize(featuresCount, indexNodeSize) : 0;
    let at = MAGIC_BYTES + LENGTH_BYTES + headerBytes + indexBytes;
    while (at < bytes.length) {
      const length = view.getUint32(at, true);
      const next = at + LENGTH_BYTES + length;
      const pointer = pointerOf(features.length);
      if (next > bytes.length || length === 0)
        throw new RangeError(`feature ${features.length + 1} ends beyond the file`);
      const fault = (code: string, found: string) =>
        shapeFaults.set(features.length, [{ code, severity: 'error', pointer, data: { found, table: main.name } }]);
      let properties: [string, unknown][] = [];
      let geometry: unknown = null;
      try {
        const feature = Feature.getSizePrefixedRootAsFeature(new ByteBuffer(bytes.subarray(at, next)));
        // First, and by themselves: a broken shape leaves what the feature says of itself.
        const values = new Map(Object.entries(parseProperties(feature, numbered.columns)));
        properties = columns.flatMap((column, index): [string, unknown][] => {
          const value = values.get(`c${index}`);
          if (!(value instanceof Uint8Array)) return value === undefined ? [] : [[column.name, value]];
          log.add({
            code: 'container-blob',
            severity: 'info',
            pointer,
            data: { field: column.name, table: main.name },
          });
          return [];
        });
        const shape = feature.geometry();
        const read = shape && fromGeometry(shape, header.geometryType);
        if (isIncomplete(read)) fault('container-curve', read?.type ?? '');
        else geometry = read;
      } catch (error) {
        fault('container-shape-damaged', error instanceof Error ? error.message : String(error));
      }
      features.push({ type: 'Feature', geometry, properties: Object.fromEntries(properties) });
      at = next;
    }
    if (featuresCount > 0 && features.length !== featuresCount)
      log.add({
        code: 'container-count',
        severity: 'error',
        data: { count: features.length, expected: featuresCount },
      });
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    log.add({ code: 'container-damaged', severity: 'error', data: { found: found.slice(0, 120) } });
  }
  return [
    {
      name: main.name,
      file: main.name,
      format: 'flatgeobuf',
      features,
      shapeFaults,
      pointerOf,
      ...(declaredCrs && { declaredCrs }),
    },
  ];
}

/** Whether the library met a kind of shape GeoJSON does not have: it then gives no coordinates. */
function isIncomplete(geometry: unknown): boolean {
  if (typeof geometry !== 'object' || geometry === null) return false;
  return !('geometries' in geometry) && !('coordinates' in geometry && geometry.coordinates !== undefined);
}
