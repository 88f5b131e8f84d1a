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
export const STREAM_CORRIDOR_HALF_WIDTH_METRES = 42;

/** Shores as control points round the centre, on a scale that `layOutLake` sets; drawn by hand. */
const BOYAN_SHORE = points(`
  -190,-470 0,-494 170,-500 262,-452 330,-360 316,-270 372,-220 410,-178 398,-112 356,-56 362,20 430,82 502,140
  562,222 574,292 534,312 486,262 430,224 370,202 296,186 262,250 258,306 226,330 188,300 150,256 112,240 40,232
  -40,262 -116,330 -164,412 -228,472 -300,486 -324,442 -284,400 -254,344 -236,272 -284,204 -360,188 -424,198
  -456,160 -422,110 -366,46 -374,-34 -432,-102 -450,-184 -400,-236 -330,-226 -292,-292 -270,-392
`);
const BOYAN_ISLAND = points(`
  38,-70 62,-20 30,38 -22,44 -46,2 -30,-56 6,-84
`);
const BOYAN_PARK = points(`
  760,60 690,330 600,560 380,700 120,742 -160,716 -430,640 -636,510 -740,300 -782,70 -776,-170 -700,-392 -520,-560
  -280,-640 20,-672 300,-632 540,-520 690,-330 748,-140
`);
const SHUXI_SHORE = points(`
  470,-40 500,90 470,230 400,330 290,350 200,300 110,310 60,390 10,480 -80,500 -150,430 -190,340 -290,310 -400,330
  -500,270 -560,170 -650,110 -650,60 -550,20 -460,-30 -420,-130 -440,-230 -400,-320 -300,-370 -190,-340 -110,-390
  -10,-440 100,-430 160,-350 150,-250 190,-190 260,-230 330,-310 420,-300 460,-210 440,-120
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
    smoothRing(points, 34).map((point) => add(centre, scale(point, factor)));
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
