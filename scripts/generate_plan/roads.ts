import { centrelineNamed, placeNamed } from './facts/constants.ts';
import type { Frame } from './geometry/frame.ts';
import { offsetLine } from './geometry/line.ts';
import { add, at, type Point, points, rotate } from './geometry/point.ts';
import { COMMUNITY_BRANCHES, COMMUNITY_STREETS, KEY_AREA_STREETS } from './planned_streets.ts';
import { RoadNetwork, type RoadOptions, type Roads } from './road_network.ts';
import { outward, type Waters } from './waters.ts';

/** Half the depth of the axis and of the corridor: their zones end at the centreline of the street behind. */
export const KEY_AREA_HALF_WIDTH_METRES = 300;
/** Depth of the lake area behind the road round the park: its zone ends at the centreline of the outer road. */
const LAKE_AREA_DEPTH_METRES = 330;
const LAKE_ROAD_WIDTH_METRES = 24;

const CONTINUED: RoadOptions = {
  source: 'places',
  confidence: 'M',
  note: '有来源的一段之外，线位为示意',
  noteEn: 'Beyond its sourced part the course is indicative',
};

/**
 * The road network. Sourced centrelines come first and stand as they are; the rest is laid out around them. `westShiftMetres`
 * moves the road that bounds the community in the west.
 */
export function layOutRoads(frame: Frame, waters: Waters, westShiftMetres: number): Roads {
  const network = new RoadNetwork();
  layOutArterials(network, frame, waters);
  layOutCommunityRoads(network, frame, westShiftMetres);
  layOutKeyAreaRoads(network, frame, waters);
  return network.roads;
}

function layOutArterials(network: RoadNetwork, frame: Frame, waters: Waters): void {
  const sourced = (name: string): Point[] => centrelineNamed(name).map(frame.toPlane);
  network.name(
    'wangjiang-west-road',
    ['望江西路', 'Wangjiang West Road'],
    'arterial',
    60,
    [...points('-2600,118 -1900,76'), ...sourced('望江西路'), [6700, 246]],
    CONTINUED,
  );
  network.name(
    'changjiang-west-road',
    ['长江西路', 'Changjiang West Road'],
    'arterial',
    60,
    [...points('-2700,2362 -1200,2340'), ...sourced('长江西路')],
    CONTINUED,
  );
  network.name(
    'fangxing-avenue',
    ['方兴大道', 'Fangxing Avenue'],
    'arterial',
    50,
    [...points('-14,2440 0,1200'), ...sourced('方兴大道'), [10, -2600]],
    { ...CONTINUED, isExact: true },
  );
  // The roads round the lake: the park ends at the red line of the first.
  const lakeRoad = outward(waters.boyanLake.park, LAKE_ROAD_WIDTH_METRES / 2);
  const lakeOuterRoad = outward(lakeRoad, LAKE_AREA_DEPTH_METRES);
  network.plan('lake-ring-road', 'secondary', LAKE_ROAD_WIDTH_METRES, [...lakeRoad, at(lakeRoad, 0)], {
    isExact: true,
  });
  network.plan('lake-outer-road', 'secondary', LAKE_ROAD_WIDTH_METRES, [...lakeOuterRoad, at(lakeOuterRoad, 0)], {
    isExact: true,
  });
  const innovation = sourced('创新大道');
  const south = points('-62,-620 -64,-1240 40,-1800 96,-2170').map((point) => add(at(innovation, 1), point));
  network.name('innovation-avenue', ['创新大道', 'Innovation Avenue'], 'arterial', 54, [...innovation, ...south], {
    ...CONTINUED,
    to: 'lake-ring-road',
    note: '望江西路以南的走向无来源，为示意',
    noteEn: 'Its course south of Wangjiang West Road is not sourced: indicative',
  });
  network.name(
    'xiyou-road',
    ['习友路', 'Xiyou Road'],
    'arterial',
    45,
    [...points('-300,-1010 1230,-1030 2960,-935 4300,-985'), ...sourced('习友路')],
    CONTINUED,
  );
  const ring = frame.toPlane(placeNamed('望江西路 under 绕城高速'));
  const ringCourse = points('260,2700 110,1300 0,0 -170,-1300 -420,-2500 -620,-3500').map((point) => add(ring, point));
  network.name('ring-expressway', ['绕城高速', 'Ring Expressway'], 'expressway', 60, ringCourse, {
    ...CONTINUED,
    note: '与望江西路相交处有来源，其余为示意',
    noteEn: 'Sourced where it crosses Wangjiang West Road, else indicative',
  });
  network.name(
    'changning-avenue',
    ['长宁大道', 'Changning Avenue'],
    'arterial',
    45,
    [
      ...points('1196,2420 1150,1500 1190,700'),
      frame.toPlane(placeNamed('望江西路 × 长宁大道')),
      ...points('1262,-1000 1240,-2500'),
    ],
    { ...CONTINUED, from: 'changjiang-west-road' },
  );
  const boyan = frame.toPlane(placeNamed('柏堰湾路 west'));
  network.name(
    'boyanwan-road',
    ['柏堰湾路', 'Boyanwan Road'],
    'secondary',
    24,
    [boyan, ...points('620,-2030 1240,-2120 1720,-2330 2100,-2470')],
    { ...CONTINUED, confidence: 'L', to: 'lake-outer-road' },
  );
}

function layOutCommunityRoads(network: RoadNetwork, frame: Frame, westShiftMetres: number): void {
  const west = points('-2190,-60 -2172,500 -2210,1100 -2170,1560 -1990,1960 -1850,2470');
  network.plan(
    'west-boundary-road',
    'secondary',
    36,
    west.map((point) => add(point, [westShiftMetres, 0])),
    { from: 'wangjiang-west-road', to: 'changjiang-west-road' },
  );
  network.name(
    'peacock-terrace-road',
    ['孔雀台路', 'Kongquetai Road'],
    'secondary',
    36,
    [
      [-1262, -420],
      frame.toPlane(placeNamed('望江西路 at 青龙岗')),
      ...points('-1286,600 -1248,1180 -1300,1750 -1262,2400'),
    ],
    { ...CONTINUED, to: 'changjiang-west-road' },
  );
  network.name(
    'huolongdi-road',
    ['火龙地路', 'Huolongdi Road'],
    'secondary',
    30,
    points('-417,-30 -416,330 -432,760 -396,1200 -356,1700 -402,2400'),
    {
      source: 'places',
      note: '仅经度有来源，线位为示意',
      noteEn: 'Only its longitude is sourced: indicative',
      from: 'wangjiang-west-road',
      to: 'changjiang-west-road',
    },
  );
  network.name(
    'yunfei-road',
    ['云飞路', 'Yunfei Road'],
    'secondary',
    28,
    points('-2300,452 -1720,402 -1281,357 -850,337 -416,316 60,296'),
    {
      source: 'phase-reports',
      note: '二期北界有名称来源，线位为示意',
      noteEn: 'Named as the north side of phase 2; its course is indicative',
      from: 'west-boundary-road',
      to: 'fangxing-avenue',
    },
  );
  network.planAll(COMMUNITY_STREETS);
  network.planAll(COMMUNITY_BRANCHES);
}

/** The streets behind the corridor and the axis, those across them, and those that lead away from the lake. */
function layOutKeyAreaRoads(network: RoadNetwork, frame: Frame, waters: Waters): void {
  const depth = KEY_AREA_HALF_WIDTH_METRES;
  const behind = (id: string, road: string, metres: number, ends: RoadOptions) =>
    network.plan(id, 'secondary', 24, offsetLine(network.lineOf(road), metres), { ...ends, isExact: true });
  behind('corridor-north-road', 'wangjiang-west-road', depth, { from: 'fangxing-avenue' });
  behind('corridor-south-road', 'wangjiang-west-road', -depth, { from: 'peacock-terrace-road' });
  const axisEnds = { from: 'changjiang-west-road', to: 'lake-ring-road' };
  behind('axis-west-road', 'innovation-avenue', -depth, axisEnds);
  behind('axis-east-road', 'innovation-avenue', depth, axisEnds);
  network.name(
    'shilian-road',
    ['石莲路', 'Shilian Road'],
    'secondary',
    32,
    [frame.toPlane(placeNamed('长江西路 × 石莲路')), ...points('2390,2120 2700,1850 2990,1800')],
    { ...CONTINUED, to: 'axis-west-road' },
  );
  network.planAll(KEY_AREA_STREETS);
  const lake = waters.boyanLake.centre;
  [6, 38, 143, 170, 203, 232, 262, 291, 318, 344].forEach((degrees, index) => {
    const outwardAt = (metres: number, turn: number): Point =>
      add(lake, rotate([metres, 0], ((degrees + turn) * Math.PI) / 180));
    network.plan(
      `lake-street-${index + 1}`,
      'branch',
      index % 3 === 1 ? 24 : 16,
      [outwardAt(560, 0), outwardAt(960, index % 2 ? 2 : -2), outwardAt(1400, 1)],
      { from: 'lake-ring-road', to: 'lake-outer-road' },
    );
  });
}
