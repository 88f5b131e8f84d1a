import type { Confidence, RoadProperties } from '../../src/core/plan/types.ts';
import { centrelineNamed, placeNamed } from './facts/constants.ts';
import type { Rings } from './geometry/clip.ts';
import type { Frame } from './geometry/frame.ts';
import { band, extendLine, meet, offsetLine, partOfLine, smoothLine } from './geometry/line.ts';
import { add, at, distance, type Line, type Point, rotate } from './geometry/point.ts';
import { outward, type Waters } from './waters.ts';

export interface RoadCourse {
  id: string;
  name: string;
  nameEn: string;
  roadClass: NonNullable<RoadProperties['roadClass']>;
  redLineWidthMetres: number;
  /** Centreline in the plane. */
  line: Line;
  source: string;
  confidence: Confidence;
  note?: string;
  noteEn?: string;
}
export type Roads = ReadonlyMap<string, RoadCourse>;

/** Half the depth of the axis and of the corridor: their zones end at the centreline of the street behind. */
export const KEY_AREA_HALF_WIDTH_METRES = 300;
/** Depth of the lake area behind the road round the park: its zone ends at the centreline of the outer road. */
const LAKE_AREA_DEPTH_METRES = 330;
const LAKE_ROAD_WIDTH_METRES = 24;
const STEP = 64;
/** How far a road is sought to go on until it meets the road it ends on. */
const REACH_METRES = 160;

const WIDTHS = { expressway: 60, arterial: 50, secondary: 30, branch: 18 };
const PLANNED = '规划道路：名称、线位均为示意';
const PLANNED_EN = 'Planned road: name and course are indicative';
const CONTINUED = '有来源的一段之外，线位为示意';
const CONTINUED_EN = 'Beyond its sourced part the course is indicative';

type RoadClass = RoadCourse['roadClass'];
interface Options {
  width?: number;
  /** Ends on these roads. */
  from?: string;
  to?: string;
  source?: string;
  confidence?: Confidence;
  note?: string;
  noteEn?: string;
  straight?: boolean;
}

/**
 * The road network. Sourced centrelines come first and stand as they are; the rest is laid out around them. `westShiftMetres`
 * moves the road that bounds the community in the west.
 */
export function layOutRoads(frame: Frame, waters: Waters, westShiftMetres: number): Roads {
  const roads = new Map<string, RoadCourse>();
  const lineOf = (id: string): Line => {
    const road = roads.get(id);
    if (!road) throw new RangeError(`No road ${id} yet`);
    return road.line;
  };
  const put = (id: string, name: string, nameEn: string, roadClass: RoadClass, points: Line, options: Options = {}) => {
    let line: Line = options.straight ? points : smoothLine(points, STEP);
    line = extendLine(line, options.from ? REACH_METRES : 0, options.to ? REACH_METRES : 0);
    if (options.from) line = partOfLine(line, meet(line, lineOf(options.from)).position, line.length - 1);
    if (options.to) line = partOfLine(line, 0, meet(line, lineOf(options.to)).position);
    roads.set(id, {
      id,
      name,
      nameEn,
      roadClass,
      redLineWidthMetres: options.width ?? WIDTHS[roadClass],
      line,
      source: options.source ?? 'generated',
      confidence: options.confidence ?? 'L',
      ...(options.note ? { note: options.note } : {}),
      ...(options.noteEn ? { noteEn: options.noteEn } : {}),
    });
  };
  let plannedCount = 0;
  const plan = (id: string, roadClass: RoadClass, points: Line, options: Options = {}) => {
    plannedCount += 1;
    const number = String(plannedCount).padStart(2, '0');
    put(id, `规划${number}路`, `Planned Road ${number}`, roadClass, points, {
      note: PLANNED,
      noteEn: PLANNED_EN,
      ...options,
    });
  };
  const sourced = (name: string): Point[] => centrelineNamed(name).map(frame.toPlane);
  const continued = { source: 'places', confidence: 'M', note: CONTINUED, noteEn: CONTINUED_EN } as const;

  // Arterials with a source.
  const wangjiang = sourced('望江西路');
  put(
    'wangjiang-west-road',
    '望江西路',
    'Wangjiang West Road',
    'arterial',
    [[-2600, 118], [-1900, 76], ...wangjiang, [6700, 246]],
    {
      ...continued,
      width: 60,
    },
  );
  const changjiang = sourced('长江西路');
  put(
    'changjiang-west-road',
    '长江西路',
    'Changjiang West Road',
    'arterial',
    [[-2700, 2362], [-1200, 2340], ...changjiang],
    {
      ...continued,
      width: 60,
    },
  );
  const fangxing = sourced('方兴大道');
  put(
    'fangxing-avenue',
    '方兴大道',
    'Fangxing Avenue',
    'arterial',
    [[-14, 2440], [0, 1200], ...fangxing, [10, -2600]],
    {
      ...continued,
      width: 50,
      straight: true,
    },
  );
  const innovation = sourced('创新大道');
  const innovationEnd = at(innovation, 1);
  const innovationSouth: Point[] = [
    add(innovationEnd, [-62, -620]),
    add(innovationEnd, [-64, -1240]),
    add(innovationEnd, [40, -1800]),
    add(innovationEnd, [96, -2170]),
  ];
  // The roads round the lake: the park ends at the red line of the first.
  const lakeRoad = outward(waters.boyanLake.park, LAKE_ROAD_WIDTH_METRES / 2);
  const lakeOuterRoad = outward(lakeRoad, LAKE_AREA_DEPTH_METRES);
  const closed = { straight: true, width: LAKE_ROAD_WIDTH_METRES };
  plan('lake-ring-road', 'secondary', [...lakeRoad, at(lakeRoad, 0)], closed);
  plan('lake-outer-road', 'secondary', [...lakeOuterRoad, at(lakeOuterRoad, 0)], closed);
  put('innovation-avenue', '创新大道', 'Innovation Avenue', 'arterial', [...innovation, ...innovationSouth], {
    ...continued,
    width: 54,
    to: 'lake-ring-road',
    note: '望江西路以南的走向无来源，为示意',
    noteEn: 'Its course south of Wangjiang West Road is not sourced: indicative',
  });
  const xiyou = sourced('习友路');
  put(
    'xiyou-road',
    '习友路',
    'Xiyou Road',
    'arterial',
    [[-300, -1010], [1230, -1030], [2960, -935], [4300, -985], ...xiyou],
    {
      ...continued,
      width: 45,
    },
  );
  const ring = frame.toPlane(placeNamed('望江西路 under 绕城高速'));
  put(
    'ring-expressway',
    '绕城高速',
    'Ring Expressway',
    'expressway',
    [
      add(ring, [260, 2700]),
      add(ring, [110, 1300]),
      ring,
      add(ring, [-170, -1300]),
      add(ring, [-420, -2500]),
      add(ring, [-620, -3500]),
    ],
    {
      ...continued,
      note: '与望江西路相交处有来源，其余为示意',
      noteEn: 'Sourced where it crosses Wangjiang West Road, else indicative',
    },
  );
  put(
    'changning-avenue',
    '长宁大道',
    'Changning Avenue',
    'arterial',
    [
      [1196, 2420],
      [1150, 1500],
      [1190, 700],
      frame.toPlane(placeNamed('望江西路 × 长宁大道')),
      [1262, -1000],
      [1240, -2500],
    ],
    { ...continued, width: 45, from: 'changjiang-west-road' },
  );

  // The community's own grid.
  const west = westShiftMetres;
  plan(
    'west-boundary-road',
    'secondary',
    [
      [-2190 + west, -60],
      [-2172 + west, 500],
      [-2210 + west, 1100],
      [-2170 + west, 1560],
      [-1990 + west, 1960],
      [-1850 + west, 2470],
    ],
    { width: 36, from: 'wangjiang-west-road', to: 'changjiang-west-road' },
  );
  put(
    'peacock-terrace-road',
    '孔雀台路',
    'Kongquetai Road',
    'secondary',
    [
      [-1262, -420],
      frame.toPlane(placeNamed('望江西路 at 青龙岗')),
      [-1286, 600],
      [-1248, 1180],
      [-1300, 1750],
      [-1262, 2400],
    ],
    { ...continued, width: 36, to: 'changjiang-west-road' },
  );
  put(
    'huolongdi-road',
    '火龙地路',
    'Huolongdi Road',
    'secondary',
    [
      [-417, -30],
      [-416, 330],
      [-432, 760],
      [-396, 1200],
      [-356, 1700],
      [-402, 2400],
    ],
    {
      source: 'places',
      confidence: 'L',
      note: '仅经度有来源，线位为示意',
      noteEn: 'Only its longitude is sourced: indicative',
      from: 'wangjiang-west-road',
      to: 'changjiang-west-road',
    },
  );
  put(
    'yunfei-road',
    '云飞路',
    'Yunfei Road',
    'secondary',
    [
      [-2300, 452],
      [-1720, 402],
      [-1281, 357],
      [-850, 337],
      [-416, 316],
      [60, 296],
    ],
    {
      width: 28,
      source: 'phase-reports',
      confidence: 'L',
      note: '二期北界有名称来源，线位为示意',
      noteEn: 'Named as the north side of phase 2; its course is indicative',
      from: 'west-boundary-road',
      to: 'fangxing-avenue',
    },
  );
  plan(
    'community-avenue',
    'arterial',
    [
      [-2300, 1222],
      [-1760, 1182],
      [-1240, 1164],
      [-820, 1122],
      [-380, 1082],
      [60, 1092],
    ],
    { width: 40, from: 'west-boundary-road', to: 'fangxing-avenue' },
  );
  plan(
    'community-spine',
    'secondary',
    [
      [-846, 300],
      [-868, 760],
      [-826, 1120],
      [-790, 1600],
      [-842, 2400],
    ],
    { width: 30, from: 'yunfei-road', to: 'changjiang-west-road' },
  );
  plan(
    'community-middle-road',
    'secondary',
    [
      [-2300, 842],
      [-1720, 800],
      [-1279, 742],
      [-850, 716],
      [-420, 690],
      [60, 664],
    ],
    { width: 26, from: 'west-boundary-road', to: 'fangxing-avenue' },
  );
  plan(
    'community-north-road',
    'secondary',
    [
      [-2200, 1660],
      [-1760, 1702],
      [-1290, 1772],
      [-800, 1746],
      [-380, 1690],
      [60, 1716],
    ],
    { width: 28, from: 'west-boundary-road', to: 'fangxing-avenue' },
  );
  // Branches end on the grid.
  plan(
    'branch-p1-middle',
    'branch',
    [
      [-206, -20],
      [-198, 320],
      [-224, 680],
      [-198, 1120],
    ],
    { width: 16, from: 'wangjiang-west-road', to: 'community-avenue' },
  );
  plan(
    'branch-p2-west',
    'branch',
    [
      [-1010, 20],
      [-1004, 200],
      [-1016, 370],
    ],
    { width: 16, from: 'wangjiang-west-road', to: 'yunfei-road' },
  );
  plan(
    'branch-p2-east',
    'branch',
    [
      [-700, 10],
      [-706, 200],
      [-690, 360],
    ],
    { width: 16, from: 'wangjiang-west-road', to: 'yunfei-road' },
  );
  plan(
    'branch-p3-west',
    'branch',
    [
      [-1052, 320],
      [-1076, 600],
      [-1040, 900],
      [-1056, 1200],
    ],
    { from: 'yunfei-road', to: 'community-avenue' },
  );
  plan(
    'branch-p3-east',
    'branch',
    [
      [-640, 300],
      [-652, 560],
      [-628, 780],
    ],
    { width: 16, from: 'yunfei-road', to: 'community-middle-road' },
  );
  plan(
    'branch-p3-north',
    'branch',
    [
      [-1340, 962],
      [-1060, 930],
      [-850, 936],
      [-380, 888],
    ],
    { width: 16, from: 'peacock-terrace-road', to: 'huolongdi-road' },
  );
  plan(
    'branch-p3-south',
    'branch',
    [
      [-1340, 542],
      [-1070, 528],
      [-850, 540],
    ],
    { width: 16, from: 'peacock-terrace-road', to: 'community-spine' },
  );
  plan(
    'branch-p4-spine',
    'branch',
    [
      [-1716, 20],
      [-1736, 420],
      [-1700, 800],
      [-1752, 1230],
    ],
    { width: 20, from: 'wangjiang-west-road', to: 'community-avenue' },
  );
  plan(
    'branch-p4-south',
    'branch',
    [
      [-2260, 246],
      [-1960, 252],
      [-1720, 214],
      [-1240, 190],
    ],
    { width: 16, from: 'west-boundary-road', to: 'peacock-terrace-road' },
  );
  plan(
    'branch-p4-middle',
    'branch',
    [
      [-1760, 606],
      [-1500, 590],
      [-1240, 556],
    ],
    { width: 16, from: 'branch-p4-spine', to: 'peacock-terrace-road' },
  );
  plan(
    'branch-p4-north',
    'branch',
    [
      [-1760, 1010],
      [-1500, 976],
      [-1220, 972],
    ],
    { width: 16, from: 'branch-p4-spine', to: 'peacock-terrace-road' },
  );
  plan(
    'branch-p6-west',
    'branch',
    [
      [-1742, 1160],
      [-1716, 1420],
      [-1748, 1730],
    ],
    { width: 20, from: 'community-avenue', to: 'community-north-road' },
  );
  plan(
    'branch-p6-north',
    'branch',
    [
      [-1560, 1700],
      [-1530, 2050],
      [-1560, 2420],
    ],
    { width: 20, from: 'community-north-road', to: 'changjiang-west-road' },
  );
  plan(
    'branch-p6-middle',
    'branch',
    [
      [-2200, 1440],
      [-1730, 1452],
      [-1276, 1476],
    ],
    { width: 18, from: 'west-boundary-road', to: 'peacock-terrace-road' },
  );
  plan(
    'branch-p6-upper',
    'branch',
    [
      [-2000, 2020],
      [-1540, 2066],
      [-1276, 2052],
      [-780, 2030],
    ],
    { width: 20, from: 'west-boundary-road', to: 'community-spine' },
  );
  plan(
    'branch-p5-upper',
    'branch',
    [
      [-850, 2030],
      [-600, 2044],
      [-380, 2020],
      [60, 2040],
    ],
    { width: 18, from: 'community-spine', to: 'fangxing-avenue' },
  );
  plan(
    'branch-p5-middle',
    'branch',
    [
      [-850, 1460],
      [-560, 1402],
      [-360, 1396],
      [60, 1420],
    ],
    { width: 18, from: 'community-spine', to: 'fangxing-avenue' },
  );
  plan(
    'branch-p5-east',
    'branch',
    [
      [-190, 1060],
      [-178, 1400],
      [-196, 1720],
    ],
    { width: 16, from: 'community-avenue', to: 'community-north-road' },
  );
  plan(
    'branch-p5-north',
    'branch',
    [
      [-606, 1700],
      [-594, 2050],
      [-620, 2420],
    ],
    { width: 16, from: 'community-north-road', to: 'changjiang-west-road' },
  );
  plan(
    'branch-p5-north-east',
    'branch',
    [
      [-196, 1680],
      [-210, 2040],
      [-190, 2420],
    ],
    { width: 16, from: 'community-north-road', to: 'changjiang-west-road' },
  );

  // The streets behind the corridor and the axis.
  const behind = (line: Line, metres: number): Line => offsetLine(line, metres);
  const wangjiangLine = lineOf('wangjiang-west-road');
  const innovationLine = lineOf('innovation-avenue');
  plan('corridor-north-road', 'secondary', behind(wangjiangLine, KEY_AREA_HALF_WIDTH_METRES), {
    width: 24,
    straight: true,
    from: 'fangxing-avenue',
  });
  plan('corridor-south-road', 'secondary', behind(wangjiangLine, -KEY_AREA_HALF_WIDTH_METRES), {
    width: 24,
    straight: true,
    from: 'peacock-terrace-road',
  });
  plan('axis-west-road', 'secondary', behind(innovationLine, -KEY_AREA_HALF_WIDTH_METRES), {
    width: 24,
    straight: true,
    from: 'changjiang-west-road',
    to: 'lake-ring-road',
  });
  plan('axis-east-road', 'secondary', behind(innovationLine, KEY_AREA_HALF_WIDTH_METRES), {
    width: 24,
    straight: true,
    from: 'changjiang-west-road',
    to: 'lake-ring-road',
  });
  put(
    'shilian-road',
    '石莲路',
    'Shilian Road',
    'secondary',
    [frame.toPlane(placeNamed('长江西路 × 石莲路')), [2390, 2120], [2700, 1850], [2990, 1800]],
    { ...continued, width: 32, to: 'axis-west-road' },
  );

  // Cross streets of the corridor, from the street behind to the street behind.
  const crossStreet = (id: string, x: number, lean: number, width = 18) =>
    plan(
      id,
      width > 20 ? 'secondary' : 'branch',
      [
        [x + lean, 640],
        [x, 100],
        [x - lean * 0.6, -460],
      ],
      { width, from: 'corridor-north-road', to: 'corridor-south-road' },
    );
  plan(
    'corridor-cross-0',
    'branch',
    [
      [-640, 20],
      [-628, -120],
      [-650, -330],
    ],
    { width: 18, from: 'wangjiang-west-road', to: 'corridor-south-road' },
  );
  crossStreet('corridor-cross-1', 420, 14);
  crossStreet('corridor-cross-2', 830, -22, 24);
  crossStreet('corridor-cross-3', 1690, 26);
  crossStreet('corridor-cross-4', 2210, -14, 24);
  crossStreet('corridor-cross-5', 3830, 20, 24);
  crossStreet('corridor-cross-6', 4320, -24);
  crossStreet('corridor-cross-7', 5560, 22, 24);
  crossStreet('corridor-cross-8', 6030, -16);
  // Cross streets of the axis.
  const across = (id: string, y: number, lean: number, width = 18) =>
    plan(
      id,
      width > 20 ? 'secondary' : 'branch',
      [
        [2500, y - lean],
        [3050, y],
        [3620, y + lean * 0.7],
      ],
      { width, from: 'axis-west-road', to: 'axis-east-road' },
    );
  across('axis-cross-1', 1960, 26);
  across('axis-cross-2', 1560, -24, 24);
  across('axis-cross-3', 1160, 20);
  across('axis-cross-4', 760, -18, 24);
  across('axis-cross-5', -620, 22, 18);
  across('axis-cross-6', -1310, -20, 24);
  across('axis-cross-7', -1700, 26);
  // Streets from the lake's park outward, one in every bay.
  const lake = waters.boyanLake.centre;
  [6, 38, 143, 170, 203, 232, 262, 291, 318, 344].forEach((degrees, index) => {
    const outwardAt = (metres: number, turn: number): Point =>
      add(lake, rotate([metres, 0], ((degrees + turn) * Math.PI) / 180));
    plan(
      `lake-street-${index + 1}`,
      'branch',
      [outwardAt(560, 0), outwardAt(960, index % 2 ? 2 : -2), outwardAt(1400, 1)],
      {
        width: index % 3 === 1 ? 24 : 16,
        from: 'lake-ring-road',
        to: 'lake-outer-road',
      },
    );
  });
  return roads;
}

/** The line of a road; a programme's mistake when there is none of that id. */
export function roadLine(roads: Roads, id: string): Line {
  const road = roads.get(id);
  if (!road) throw new RangeError(`No road ${id}`);
  return road.line;
}

/** The area between a road's red lines, its ends a little longer so that junctions close. */
export function redLineArea(road: RoadCourse): Rings {
  const half = road.redLineWidthMetres / 2;
  const { line } = road;
  if (distance(at(line, 0), at(line, line.length - 1)) > 1e-6) return [band(extendLine(line, 8), -half, half)];
  const ring = line.slice(0, -1);
  return [outward(ring, half), outward(ring, -half)];
}
