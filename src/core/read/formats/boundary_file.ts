import type { Diagnostic } from '../../plan/findings.ts';
import { excerptOf } from '../diagnostic_log.ts';
import type { DeclaredCrs, SourceLayer } from '../source.ts';
import { type BoundaryPoint, shapeOfPoints } from '../tables/boundary_rings.ts';
import { decodeUtf8 } from '../text/decode_text.ts';
import type { FormatInput } from './format.ts';

interface FilePlot {
  line: number;
  head: string[];
  points: BoundaryPoint[];
  brokenLine?: { line: number; text: string };
}

/**
 * Reads the text form in which plots' boundary points are exchanged for land approval: `[属性描述]` with the coordinate system, then
 * for each plot a line (count of points, area in hectares, number, name, kind, sheet, use, class, `@`) and its points as
 * `J1,ring,X,Y`, X to the north. Never rejects.
 */
export async function openBoundaryFile({ main, log, choices }: FormatInput): Promise<SourceLayer[]> {
  const chosen = Object.hasOwn(choices, main.name) ? choices[main.name]?.encoding : undefined;
  const { text, encoding } = decoded(main.bytes, chosen);
  const described = new Map<string, string>();
  const plots: FilePlot[] = [];
  let section = '';
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const named = /^\[(.+)\]$/.exec(line)?.[1];
    if (named !== undefined) section = named;
    else if (section === '地块坐标') readLine(line, index + 1, plots);
    else {
      const [name = '', ...value] = line.split('=');
      described.set(name.trim(), value.join('=').trim());
    }
  }
  const features: unknown[] = [];
  const shapeFaults = new Map<number, Diagnostic[]>();
  for (const { head, points, line, brokenLine } of plots) {
    const [, area, number = '', name, kind, sheet, use, landClass] = head;
    const pointer = `/line/${line}`;
    const feature = number === '' ? {} : { feature: number };
    const geometry = shapeOfPoints(points);
    const isBroken = brokenLine !== undefined;
    if (isBroken || !geometry)
      shapeFaults.set(features.length, [
        {
          code: isBroken ? 'boundary-line-broken' : 'boundary-too-short',
          severity: 'error',
          ...feature,
          pointer: isBroken ? `/line/${brokenLine.line}` : pointer,
          data: isBroken ? { found: excerptOf(brokenLine.text) } : { count: points.length },
        },
      ]);
    const stated = Number(head[0]);
    if (Number.isInteger(stated) && stated > 0 && stated !== points.length && !isBroken)
      log.add({
        code: 'boundary-count-differs',
        severity: 'warning',
        ...feature,
        pointer,
        data: { count: points.length, expectedCount: stated },
      });
    const filled = (value: string | undefined) => (value === undefined || value === '' ? null : value);
    features.push({
      type: 'Feature',
      // Without one of its points it would be another shape.
      geometry: isBroken ? null : (geometry ?? null),
      properties: {
        地块编号: filled(number),
        地块名称: filled(name),
        地块面积: filled(area),
        图形属性: filled(kind),
        图幅号: filled(sheet),
        地块用途: filled(use),
        地类编码: filled(landClass),
      },
    });
  }
  if (features.length === 0) {
    log.add({ code: 'boundary-empty', severity: 'error', data: {} });
    return [];
  }
  const declaredCrs = declaredBy(described, plots);
  return [
    {
      name: main.name,
      file: main.name,
      format: 'boundary-points',
      features,
      shapeFaults,
      pointerOf: (index) => `/line/${plots[index]?.line ?? index + 1}`,
      fieldUnits: { 地块面积: '公顷' },
      ...(encoding !== undefined && { encoding }),
      ...(declaredCrs && { declaredCrs }),
    },
  ];
}

function decoded(bytes: Uint8Array, chosen: string | undefined): { text: string; encoding?: string } {
  const utf8 = decodeUtf8(bytes);
  if (!chosen && 'text' in utf8) return { text: utf8.text };
  for (const encoding of [chosen ?? 'gb18030', 'gb18030'])
    try {
      return { text: new TextDecoder(encoding).decode(bytes), encoding };
    } catch {
      // A label nobody knows: the next one is tried.
    }
  return { text: '' };
}

function readLine(line: string, number: number, plots: FilePlot[]): void {
  const cells = line.split(/[,，]/).map((cell) => cell.trim());
  if (line.endsWith('@')) {
    plots.push({ line: number, head: cells.slice(0, -1), points: [] });
    return;
  }
  const plot = plots.at(-1);
  if (!plot) return;
  const [label = '', ring = '', north = '', east = ''] = cells;
  const [x, y] = [Number(north), Number(east)];
  if (north === '' || east === '' || !Number.isFinite(x) || !Number.isFinite(y))
    plot.brokenLine ??= { line: number, text: line };
  else plot.points.push({ label, ring, position: eastFirst(x, y) });
}

/**
 * X is to the north in this form; files that have it the other way round give themselves away by their numbers: a northing in China
 * lies between 1.9 and 6.1 million metres, an easting is below a million or, with its zone, above 13 million.
 */
function eastFirst(x: number, y: number): [number, number] {
  const isNorthing = (value: number) => value > 1_900_000 && value < 6_100_000;
  const isDegrees = Math.abs(x) <= 90 && Math.abs(y) <= 180;
  return isDegrees || isNorthing(x) || !isNorthing(y) ? [y, x] : [x, y];
}

/** First EPSG numbers of a datum's zones: 3° with and without the zone in the easting, 6° likewise (zones 25 and 13). */
const SERIES: readonly (readonly [RegExp, readonly [number, number, number, number]])[] = [
  [/2000/, [4513, 4534, 4491, 4502]],
  [/80/, [2349, 2370, 2327, 2338]],
  [/54/, [2401, 2422, 21_413, 21_453]],
];

function declaredBy(described: ReadonlyMap<string, string>, plots: readonly FilePlot[]): DeclaredCrs | undefined {
  const datum = described.get('坐标系') ?? '';
  const degrees = Number(described.get('几度分带'));
  const zone = Number(described.get('带号'));
  const [easting = 0] = plots[0]?.points[0]?.position ?? [];
  const series = SERIES.find(([pattern]) => pattern.test(datum))?.[1];
  if (!series || (degrees !== 3 && degrees !== 6) || !Number.isInteger(zone) || easting < 1000) return undefined;
  const isPrefixed = easting >= 13_000_000;
  const first = series[(degrees === 3 ? 0 : 2) + Number(!isPrefixed)] ?? 0;
  const index = zone - (degrees === 3 ? 25 : 13);
  if (index < 0 || index > (degrees === 3 ? 20 : 10)) return undefined;
  return { text: `EPSG:${first + index}`, kind: 'name', pointer: '/属性描述/带号' };
}
