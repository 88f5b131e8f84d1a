import { BOYAN_LAKE, SHUXI_LAKE } from './facts/constants.ts';
import type { Rings } from './geometry/clip.ts';
import { type Frame, solve } from './geometry/frame.ts';
import { band, distanceToLine, offsetLine, smoothLine, smoothRing } from './geometry/line.ts';
import { add, at, type Line, type Point, points, type Ring, scale } from './geometry/point.ts';

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
const STREAM_CORRIDOR_HALF_WIDTH_METRES = 42;

/**
 * Shores as control points round the centre, on a scale that `layOutLake` sets; drawn by hand. Both lakes are reservoirs: a straight
 * edge along the dam (south of 柏堰湖, east of 蜀西湖), shallow bays, and wider arms where the valleys come in.
 */
const BOYAN_SHORE = points(`
  -270,-468 -150,-476 -20,-484 110,-492 240,-498 322,-452 352,-372 350,-284 392,-196 424,-96 414,0 420,84 462,160
  516,240 512,312 446,336 362,300 276,268 190,256 108,268 36,300 -30,352 -84,420 -158,470 -244,466 -296,402
  -306,322 -352,250 -424,186 -470,104 -466,16 -446,-60 -440,-142 -458,-222 -456,-310 -404,-390 -336,-446
`);
const BOYAN_ISLAND = points(`
  46,-64 66,-14 40,34 -8,48 -48,22 -52,-28 -22,-70 14,-82
`);
const BOYAN_PARK = points(`
  760,60 690,330 600,560 380,700 120,742 -160,716 -430,640 -636,510 -740,300 -782,70 -776,-170 -700,-392 -520,-560
  -280,-640 20,-672 300,-632 540,-520 690,-330 748,-140
`);
const SHUXI_SHORE = points(`
  500,-262 522,-160 544,-58 566,44 586,146 578,236 508,300 408,318 304,306 206,330 118,390 16,430 -86,410 -162,352
  -244,318 -340,312 -424,268 -486,192 -556,132 -640,104 -650,64 -560,30 -478,-28 -452,-116 -476,-206 -458,-296
  -376,-348 -278,-338 -196,-296 -112,-292 -28,-336 74,-384 184,-396 278,-356 356,-308 436,-304
`);
const SHUXI_PARK = points(`
  690,40 700,300 600,520 380,600 190,640 30,740 -200,720 -330,570 -540,480 -720,330 -770,90 -700,-120 -620,-340
  -500,-520 -260,-560 -20,-590 200,-640 430,-580 560,-400 680,-200
`);

const STREAM = points(`
  -1690,2480 -1640,2330 -1470,2190 -1400,2020 -1190,1900 -1080,1720 -1040,1590 -880,1480 -700,1420
  -590,1300 -430,1250 -300,1230 -120,1250 60,1200 260,1180 430,1080 640,1090 800,1010 1000,1040 1180,1120 1360,1190
`);

function layOutLake(frame: Frame, facts: typeof BOYAN_LAKE, shore: Line, park: Line, island: Line | undefined): Lake {
  const centre = frame.toPlane(facts.centre.value);
  const place = (points: Line, factor: number): Point[] =>
    smoothRing(points, 22).map((point) => add(centre, scale(point, factor)));
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
  const line = smoothLine(STREAM, 28);
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
