import { readFileSync } from 'node:fs';
import type { SourceLayer } from '../../src/core/read/source.ts';

type Point = readonly [x: number, y: number];

export type DrawnRing = [number, number][];

/** A feature of an area as a drawing's reader gives it. */
export interface DrawnRow {
  id: string;
  geometry: { type: string; coordinates: DrawnRing[] };
  properties: Record<string, unknown>;
}

export function rowsOf(source: SourceLayer | undefined): DrawnRow[] {
  return (source?.features ?? []) as DrawnRow[];
}

/** The bytes of a file of `tests/data/formats`. */
export function formatFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../data/formats/${name}`, import.meta.url)));
}

/** A text DXF of these entities, handles counted from 1, with its layers' colours where some are switched off (below 0). */
export function dxfDrawing(
  entities: readonly string[],
  layers: readonly { name: string; colour: number }[] = [],
): string {
  const table = layers.map(({ name, colour }) => `0\nLAYER\n2\n${name}\n70\n0\n62\n${colour}`).join('\n');
  const tables =
    layers.length === 0 ? '' : `0\nSECTION\n2\nTABLES\n0\nTABLE\n2\nLAYER\n${table}\n0\nENDTAB\n0\nENDSEC\n`;
  const body = entities
    .map((entity, index) => entity.replace('\n8\n', `\n5\n${(index + 1).toString(16)}\n8\n`))
    .join('\n');
  return `${tables}0\nSECTION\n2\nENTITIES\n${body}\n0\nENDSEC\n0\nEOF\n`;
}

/** A LINE of two points, a polyline of more; it is closed where it ends where it begins. */
export function dxfPath(layer: string, points: readonly Point[]): string {
  const [first, second] = points;
  if (first && second && points.length === 2)
    return `0\nLINE\n8\n${layer}\n10\n${first[0]}\n20\n${first[1]}\n11\n${second[0]}\n21\n${second[1]}`;
  const vertices = points.map(([x, y]) => `10\n${x}\n20\n${y}`).join('\n');
  return `0\nLWPOLYLINE\n8\n${layer}\n90\n${points.length}\n70\n0\n${vertices}`;
}

/** A line of lettering centred on a point. */
export function dxfText(layer: string, x: number, y: number, content: string): string {
  return `0\nTEXT\n8\n${layer}\n10\n${x}\n20\n${y}\n11\n${x}\n21\n${y}\n72\n1\n73\n2\n40\n2\n1\n${content}`;
}

/** Area of a polygon's rings, holes taken off, in the square of its unit. */
export function polygonAreaOf(rings: readonly (readonly Point[])[]): number {
  const [outer, ...holes] = rings.map((ring) => {
    const [x0, y0] = ring[0] ?? [0, 0];
    let twice = 0;
    for (const [index, [x, y]] of ring.entries()) {
      const [px, py] = ring[index - 1] ?? [x0, y0];
      twice += (px - x0) * (y - y0) - (x - x0) * (py - y0);
    }
    return Math.abs(twice / 2);
  });
  return (outer ?? 0) - holes.reduce((sum, hole) => sum + hole, 0);
}
