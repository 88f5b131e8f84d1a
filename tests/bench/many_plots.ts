/** A made-up park of any size: quarters of irregular plots that share their borders. The same numbers give the same file. */

const WEST = 117.05;
const SOUTH = 31.78;
/** About 100 m. */
const SPACING_DEGREES = 0.001;
const VERTICES_BETWEEN_CORNERS = 3;

type Position = [number, number];

/** A number from -1 to 1 that looks random and depends on nothing but its arguments. */
function noise(column: number, row: number, salt: number): number {
  let hash = Math.imul(column + 1, 374761393) ^ Math.imul(row + 1, 668265263) ^ Math.imul(salt + 1, 2246822519);
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 31 - 1;
}

function round(value: number): number {
  return Number(value.toFixed(8));
}

function corner(column: number, row: number): Position {
  return [
    round(WEST + (column + 0.2 * noise(column, row, 1)) * SPACING_DEGREES),
    round(SOUTH + (row + 0.2 * noise(column, row, 2)) * SPACING_DEGREES),
  ];
}

/** From one corner towards the other, without the other. Both plots of a border call it with the same corners in the same order. */
function border(from: Position, to: Position, salt: number): Position[] {
  const points: Position[] = [from];
  for (let index = 1; index <= VERTICES_BETWEEN_CORNERS; index += 1) {
    const share = index / (VERTICES_BETWEEN_CORNERS + 1);
    const bend = 0.03 * SPACING_DEGREES * noise(index, salt, 3);
    points.push([round(from[0] + (to[0] - from[0]) * share + bend), round(from[1] + (to[1] - from[1]) * share + bend)]);
  }
  return points;
}

/** The same border walked the other way: from `to`, without `from`. */
function reversed(from: Position, to: Position, salt: number): Position[] {
  return [...border(from, to, salt).slice(1), to].reverse();
}

export interface PlotCollection {
  type: 'FeatureCollection';
  features: {
    type: 'Feature';
    id: string;
    properties: Record<string, string | number>;
    geometry: { type: 'Polygon'; coordinates: Position[][] };
  }[];
}

/**
 * So many plots of about a hectare and 17 vertices each.
 * @param revision Plots whose number is divisible by 20 carry other limits in each revision.
 */
export function makePlots(count: number, revision = 0): PlotCollection {
  return { type: 'FeatureCollection', features: [...eachPlot(count, revision)] };
}

/** The same plots one by one, for files that are larger than the memory should hold twice. */
export function* eachPlot(count: number, revision = 0): Generator<PlotCollection['features'][number]> {
  const columns = Math.ceil(Math.sqrt(count));
  for (let index = 0; index < count; index += 1) {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const [southWest, southEast, northEast, northWest] = [
      corner(column, row),
      corner(column + 1, row),
      corner(column + 1, row + 1),
      corner(column, row + 1),
    ];
    // A border's salt belongs to the border: its lower left corner and its direction.
    const salt = (x: number, y: number, isUpright: number) => (y * (columns + 1) + x) * 2 + isUpright;
    const ring = [
      ...border(southWest, southEast, salt(column, row, 0)),
      ...border(southEast, northEast, salt(column + 1, row, 1)),
      ...reversed(northWest, northEast, salt(column, row + 1, 0)),
      ...reversed(southWest, northWest, salt(column, row, 1)),
      southWest,
    ];
    const step = index % 20 === 0 ? revision : 0;
    const number = `B-${String(index + 1).padStart(6, '0')}`;
    yield {
      type: 'Feature' as const,
      id: number,
      properties: {
        name: `地块 ${number}`,
        landUseCode: index % 3 === 0 ? '0802' : '1001',
        landUseScheme: 'guide-2023',
        farMin: 1,
        farMax: 2 + (index % 5) / 2 + step / 10,
        farBinding: 'compulsory',
        heightMaxMetres: 24 + (index % 8) * 12 + step,
        heightBinding: 'compulsory',
        densityMaxPercent: 35,
        greenRatioMinPercent: 20,
        setbackMinMetres: 5,
        source: 'bench',
        confidence: 'L',
        status: 'indicative',
      },
      geometry: { type: 'Polygon' as const, coordinates: [ring] },
    };
  }
}
