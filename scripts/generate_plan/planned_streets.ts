import type { RoadCourse } from './road_network.ts';

/** A street that no source names: its id, class, width between the red lines, the roads it runs from and to, and its course. */
export type PlannedStreet = readonly [
  id: string,
  roadClass: RoadCourse['roadClass'],
  redLineWidthMetres: number,
  from: string,
  to: string,
  course: string,
];

/** The community's own grid; phases end on these roads. */
export const COMMUNITY_STREETS: readonly PlannedStreet[] = [
  [
    'community-avenue',
    'arterial',
    40,
    'west-boundary-road',
    'fangxing-avenue',
    '-2300,1222 -1760,1182 -1240,1164 -820,1122 -380,1082 60,1092',
  ],
  [
    'community-spine',
    'secondary',
    30,
    'yunfei-road',
    'changjiang-west-road',
    '-846,300 -868,760 -826,1120 -790,1600 -842,2400',
  ],
  [
    'community-middle-road',
    'secondary',
    26,
    'west-boundary-road',
    'fangxing-avenue',
    '-2300,842 -1720,800 -1279,742 -850,716 -420,690 60,664',
  ],
  [
    'community-north-road',
    'secondary',
    28,
    'west-boundary-road',
    'fangxing-avenue',
    '-2200,1660 -1760,1702 -1290,1772 -800,1746 -380,1690 60,1716',
  ],
];

/** Branches between them. */
export const COMMUNITY_BRANCHES: readonly PlannedStreet[] = [
  ['branch-p1-middle', 'branch', 16, 'wangjiang-west-road', 'community-avenue', '-206,-20 -198,320 -224,680 -198,1120'],
  ['branch-p2-west', 'branch', 16, 'wangjiang-west-road', 'yunfei-road', '-1010,20 -1004,200 -1016,370'],
  ['branch-p2-east', 'branch', 16, 'wangjiang-west-road', 'yunfei-road', '-700,10 -706,200 -690,360'],
  ['branch-p3-west', 'branch', 18, 'yunfei-road', 'community-avenue', '-1052,320 -1076,600 -1040,900 -1056,1200'],
  ['branch-p3-east', 'branch', 16, 'yunfei-road', 'community-middle-road', '-640,300 -652,560 -628,780'],
  ['branch-p3-north', 'branch', 16, 'peacock-terrace-road', 'huolongdi-road', '-1340,962 -1060,930 -850,936 -380,888'],
  ['branch-p3-south', 'branch', 16, 'peacock-terrace-road', 'community-spine', '-1340,542 -1070,528 -850,540'],
  [
    'branch-p4-spine',
    'branch',
    20,
    'wangjiang-west-road',
    'community-avenue',
    '-1716,20 -1736,420 -1700,800 -1752,1230',
  ],
  [
    'branch-p4-south',
    'branch',
    16,
    'west-boundary-road',
    'peacock-terrace-road',
    '-2260,246 -1960,252 -1720,214 -1240,190',
  ],
  ['branch-p4-middle', 'branch', 16, 'branch-p4-spine', 'peacock-terrace-road', '-1760,606 -1500,590 -1240,556'],
  ['branch-p4-north', 'branch', 16, 'branch-p4-spine', 'peacock-terrace-road', '-1760,1010 -1500,976 -1220,972'],
  ['branch-p6-west', 'branch', 20, 'community-avenue', 'community-north-road', '-1742,1160 -1716,1420 -1748,1730'],
  ['branch-p6-north', 'branch', 20, 'community-north-road', 'changjiang-west-road', '-1560,1700 -1530,2050 -1560,2420'],
  ['branch-p6-middle', 'branch', 18, 'west-boundary-road', 'peacock-terrace-road', '-2200,1440 -1730,1452 -1276,1476'],
  [
    'branch-p6-upper',
    'branch',
    20,
    'west-boundary-road',
    'community-spine',
    '-2000,2020 -1540,2066 -1276,2052 -780,2030',
  ],
  ['branch-p5-upper', 'branch', 18, 'community-spine', 'fangxing-avenue', '-850,2030 -600,2044 -380,2020 60,2040'],
  ['branch-p5-middle', 'branch', 18, 'community-spine', 'fangxing-avenue', '-850,1460 -560,1402 -360,1396 60,1420'],
  ['branch-p5-east', 'branch', 16, 'community-avenue', 'community-north-road', '-190,1060 -178,1400 -196,1720'],
  ['branch-p5-north', 'branch', 16, 'community-north-road', 'changjiang-west-road', '-606,1700 -594,2050 -620,2420'],
  [
    'branch-p5-north-east',
    'branch',
    16,
    'community-north-road',
    'changjiang-west-road',
    '-196,1680 -210,2040 -190,2420',
  ],
];

const ACROSS_CORRIDOR = ['corridor-north-road', 'corridor-south-road'] as const;
const ACROSS_AXIS = ['axis-west-road', 'axis-east-road'] as const;

/** Streets across the corridor and the axis; a few go on into the country. */
export const KEY_AREA_STREETS: readonly PlannedStreet[] = [
  ['corridor-cross-0', 'branch', 18, 'wangjiang-west-road', 'corridor-south-road', '-640,20 -628,-120 -650,-330'],
  ['corridor-cross-1', 'branch', 18, ...ACROSS_CORRIDOR, '434,640 420,100 412,-460'],
  [
    'corridor-cross-2',
    'secondary',
    24,
    'changjiang-west-road',
    'xiyou-road',
    '560,2420 640,1700 720,1250 790,640 830,100 843,-460 800,-1100',
  ],
  ['corridor-cross-3', 'branch', 18, ...ACROSS_CORRIDOR, '1716,640 1690,100 1674,-460'],
  ['corridor-cross-4', 'secondary', 24, 'corridor-north-road', 'xiyou-road', '2196,440 2210,100 2218,-460 2170,-1060'],
  [
    'corridor-cross-5',
    'secondary',
    24,
    'changjiang-west-road',
    'xiyou-road',
    '4090,2440 4010,1700 3880,900 3850,640 3830,100 3818,-460 3860,-1060',
  ],
  ['corridor-cross-6', 'branch', 18, ...ACROSS_CORRIDOR, '4296,640 4320,100 4334,-460'],
  [
    'corridor-cross-7',
    'secondary',
    24,
    'changjiang-west-road',
    'xiyou-road',
    '5700,2500 5640,1500 5582,640 5560,100 5547,-460 5590,-1100',
  ],
  ['corridor-cross-8', 'branch', 18, ...ACROSS_CORRIDOR, '6014,640 6030,100 6040,-460'],
  ['axis-cross-1', 'branch', 18, ...ACROSS_AXIS, '2500,1934 3050,1960 3620,1978'],
  [
    'axis-cross-2',
    'secondary',
    24,
    'axis-west-road',
    'ring-expressway',
    '2500,1584 3050,1560 3620,1543 4100,1560 5400,1500',
  ],
  ['axis-cross-3', 'branch', 18, ...ACROSS_AXIS, '2500,1140 3050,1160 3620,1174'],
  ['axis-cross-4', 'secondary', 24, 'axis-west-road', 'corridor-cross-5', '2500,778 3050,760 3620,747 3920,760'],
  ['axis-cross-5', 'branch', 18, ...ACROSS_AXIS, '2500,-642 3050,-620 3620,-605'],
  [
    'axis-cross-6',
    'secondary',
    24,
    'changning-avenue',
    'axis-east-road',
    '1180,-1440 1800,-1400 2500,-1290 3050,-1310 3620,-1324',
  ],
  ['axis-cross-7', 'branch', 18, ...ACROSS_AXIS, '2500,-1726 3050,-1700 3620,-1682'],
];
