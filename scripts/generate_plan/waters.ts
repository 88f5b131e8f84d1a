import { BOYAN_LAKE, SHUXI_LAKE } from './facts/constants.ts';
import type { Rings } from './geometry/clip.ts';
import { type Frame, solve } from './geometry/frame.ts';
import { band, distanceToLine, offsetLine, smoothLine, smoothRing } from './geometry/line.ts';
import { add, at, type Line, type Point, type Ring, scale } from './geometry/point.ts';

export interface Lake {
  /** Shore, then islands. */
  water: Rings;
  /** The park's border, water included. */
  park: Ring;
  centre: Point;
}
export interface Stream {
  line: Line;
  water: Ring;
  /** Banks and paths on both sides, water included. */
  corridor: Ring;
}
export interface Waters {
  boyanLake: Lake;
  shuxiLake: Lake;
  stream: Stream;
}

/** Depth of the green corridor on each side of the stream's middle. */
export const STREAM_CORRIDOR_HALF_WIDTH_METRES = 42;

/** Shores as control points round the centre, on a scale that `layOutLake` sets; drawn by hand. */
const BOYAN_SHORE: Line = [
  [470, -60],
  [425, 60],
  [330, 96],
  [300, 170],
  [395, 265],
  [470, 395],
  [430, 470],
  [335, 430],
  [235, 330],
  [150, 262],
  [70, 275],
  [30, 380],
  [-45, 520],
  [-130, 530],
  [-150, 420],
  [-118, 300],
  [-190, 228],
  [-300, 262],
  [-420, 330],
  [-500, 300],
  [-470, 215],
  [-345, 140],
  [-300, 60],
  [-352, -20],
  [-470, -70],
  [-560, -160],
  [-520, -240],
  [-410, -215],
  [-300, -180],
  [-230, -235],
  [-205, -350],
  [-120, -430],
  [10, -455],
  [150, -440],
  [268, -385],
  [330, -290],
  [420, -240],
  [510, -170],
];
const BOYAN_ISLAND: Line = [
  [38, -70],
  [62, -20],
  [30, 38],
  [-22, 44],
  [-46, 2],
  [-30, -56],
  [6, -84],
];
const BOYAN_PARK: Line = [
  [760, 60],
  [690, 330],
  [600, 560],
  [380, 700],
  [120, 742],
  [-160, 716],
  [-430, 640],
  [-640, 500],
  [-742, 280],
  [-716, 60],
  [-780, -160],
  [-720, -400],
  [-520, -560],
  [-280, -640],
  [20, -672],
  [300, -632],
  [540, -520],
  [690, -330],
  [748, -140],
];
const SHUXI_SHORE: Line = [
  [520, 40],
  [560, 190],
  [470, 330],
  [330, 360],
  [220, 300],
  [120, 330],
  [60, 470],
  [-40, 590],
  [-130, 560],
  [-120, 430],
  [-170, 330],
  [-290, 300],
  [-420, 330],
  [-545, 250],
  [-640, 120],
  [-560, 30],
  [-440, 40],
  [-350, -40],
  [-380, -170],
  [-470, -270],
  [-420, -370],
  [-290, -340],
  [-180, -260],
  [-60, -280],
  [40, -390],
  [170, -470],
  [280, -420],
  [290, -300],
  [370, -220],
  [480, -190],
  [560, -90],
];
const SHUXI_PARK: Line = [
  [690, 40],
  [700, 300],
  [600, 520],
  [380, 600],
  [190, 640],
  [30, 740],
  [-200, 720],
  [-330, 570],
  [-540, 480],
  [-720, 330],
  [-770, 90],
  [-700, -120],
  [-620, -340],
  [-500, -520],
  [-260, -560],
  [-20, -590],
  [200, -640],
  [430, -580],
  [560, -400],
  [680, -200],
];

function layOutLake(frame: Frame, facts: typeof BOYAN_LAKE, shore: Line, park: Line, island: Line | undefined): Lake {
  const centre = frame.toPlane(facts.centre.value);
  const place = (points: Line, factor: number): Point[] =>
    smoothRing(points, 24).map((point) => add(centre, scale(point, factor)));
  const waterAt = (factor: number): Rings => [place(shore, factor), ...(island ? [place(island, factor)] : [])];
  const waterScale = solve((factor) => frame.areaSquareMetres(waterAt(factor)), facts.waterSquareMetres.value, 0.3, 3);
  const parkScale = solve(
    (factor) => frame.areaSquareMetres([place(park, factor)]),
    facts.parkSquareMetres.value,
    0.3,
    3,
  );
  return { water: waterAt(waterScale), park: place(park, parkScale), centre };
}

/** The two lakes with their sourced areas, and a stream that runs through the community into 蜀西湖. */
export function layOutWaters(frame: Frame): Waters {
  const shuxiLake = layOutLake(frame, SHUXI_LAKE, SHUXI_SHORE, SHUXI_PARK, undefined);
  const line = smoothLine(
    [
      [-1690, 2480],
      [-1640, 2330],
      [-1470, 2190],
      [-1400, 2020],
      [-1190, 1900],
      [-1080, 1720],
      [-1040, 1590],
      [-880, 1480],
      [-700, 1420],
      [-590, 1300],
      [-430, 1250],
      [-300, 1230],
      [-120, 1250],
      [60, 1200],
      [260, 1180],
      [430, 1080],
      [640, 1090],
      [800, 1010],
      [1000, 1040],
      [1180, 1120],
      [1360, 1190],
    ],
    22,
  );
  const width = (index: number): number => 8 + (4 * index) / line.length + 2.2 * Math.sin(index * 0.55);
  const water = [...offsetLine(line, (index) => -width(index)), ...offsetLine(line, width).reverse()];
  const half = STREAM_CORRIDOR_HALF_WIDTH_METRES;
  return {
    boyanLake: layOutLake(frame, BOYAN_LAKE, BOYAN_SHORE, BOYAN_PARK, BOYAN_ISLAND),
    shuxiLake,
    stream: { line, water, corridor: band(line, -half, half) },
  };
}

/** Distance from a place to the middle of the stream in metres. */
export function distanceToStream(stream: Stream, point: Point): number {
  return distanceToLine(point, stream.line);
}

/** A smooth border about a ring, moved outward by a distance in metres (for gently curved rings). */
export function outward(ring: Ring, metres: number): Point[] {
  const closed = [...ring, at(ring, 0), at(ring, 1)];
  return offsetLine(closed, -metres).slice(1, -1);
}
