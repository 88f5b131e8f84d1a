import type { PlotSite } from './areas.ts';
import { distance, type Point } from './geometry/point.ts';
import { areaOf, centroid } from './geometry/ring.ts';
import { isBackRow } from './height_field.ts';
import type { Roads } from './road_network.ts';
import { distanceToStream, type Waters } from './waters.ts';

/** Where plots of a use want to be: the lowest figure is served first. */
type Wish = (site: PlotSite, taken: readonly PlotSite[], waters: Waters) => number;
interface Want {
  code: string;
  count: number;
  wish: Wish;
  /** Chinese and English name of the plot, where it has one. */
  name?: readonly [zh: string, en: string];
}

const middle = (site: PlotSite): Point => centroid(site.ring);
const near =
  (x: number, y: number): Wish =>
  (site) =>
    distance(middle(site), [x, y]);
const small: Wish = (site) => areaOf(site.ring);
const atStream: Wish = (site, _taken, waters) => distanceToStream(waters.stream, middle(site));
/** As far from each other as possible, beginning near a place. */
const spreadFrom =
  (x: number, y: number): Wish =>
  (site, taken) =>
    taken.length === 0
      ? distance(middle(site), [x, y])
      : -Math.min(...taken.map((other) => distance(middle(other), middle(site))));
const smallAndSpread: Wish = (site, taken) =>
  areaOf(site.ring) / 40 - Math.min(900, ...taken.map((other) => distance(middle(other), middle(site))));
const want = (code: string, count: number, wish: Wish, name?: readonly [string, string]): Want => ({
  code,
  count,
  wish,
  ...(name ? { name } : {}),
});

const PROGRAMMES: Record<string, { otherwise: string; wants: Want[] }> = {
  'phase-1': {
    otherwise: '0802',
    wants: [
      want('0902', 2, near(-60, 80), ['一期总部大楼', 'Phase 1 headquarters']),
      want('0901', 1, near(-300, 80), ['一期商业街区', 'Phase 1 shops']),
      want('1401', 1, atStream, ['河畔公园', 'Riverside park']),
      want('0701', 2, near(-330, 860), ['一期人才公寓', 'Phase 1 talent flats']),
    ],
  },
  'phase-2': {
    otherwise: '0802',
    wants: [
      want('0902', 2, near(-1180, 90), ['企业总部', 'Company headquarters']),
      want('0901', 1, near(-760, 80), ['会议会展与商业中心', 'Conference and shopping centre']),
      want('0805', 1, small, ['体育活动中心', 'Sports centre']),
      want('0701', 2, near(-540, 280), ['二期人才公寓', 'Phase 2 talent flats']),
    ],
  },
  'phase-3': {
    otherwise: '0802',
    wants: [
      want('0902', 1, near(-800, 800), ['三期创谷塔楼', 'Phase 3 tower']),
      want('0902', 2, near(-900, 640)),
      want('0901', 1, near(-930, 560)),
      want('0804', 1, near(-450, 960), ['规划小学', 'Primary school']),
      want('0701', 4, near(-480, 980)),
      want('0702', 1, near(-600, 900), ['邻里中心', 'Neighbourhood centre']),
      want('1401', 1, small),
      want('100101', 5, near(-1240, 1060)),
    ],
  },
  'phase-4': {
    otherwise: '0802',
    wants: [
      want('0902', 2, near(-1330, 1120)),
      want('0901', 1, near(-1340, 780)),
      want('0804', 1, near(-1900, 500), ['规划九年一贯制学校', 'Nine-year school']),
      want('0701', 6, near(-1800, 420)),
      want('0702', 1, near(-1690, 330), ['社区服务中心', 'Community centre']),
      want('0806', 1, near(-1320, 120), ['社区医院', 'Community hospital']),
      want('1401', 2, smallAndSpread),
      want('100101', 8, near(-2200, 1100)),
      want('1208', 1, near(-2200, 100)),
    ],
  },
  'phase-5': {
    otherwise: '0802',
    wants: [
      want('0902', 2, near(-80, 1160)),
      want('0901', 1, near(-430, 1330)),
      want('0803', 1, near(-640, 1380), ['创谷科技馆', 'Science museum']),
      want('0804', 1, near(-520, 1620), ['规划中学', 'Middle school']),
      want('0701', 6, near(-640, 1640)),
      want('1401', 2, atStream),
      want('1402', 1, near(-60, 2280)),
      want('100101', 9, near(-100, 2250)),
      want('1303', 1, small, ['规划变电站', 'Substation']),
    ],
  },
  'phase-6': {
    otherwise: '100102',
    wants: [
      want('0901', 1, near(-1250, 1400)),
      want('0701', 4, near(-1200, 1300)),
      want('1401', 2, atStream),
      want('0802', 6, atStream),
      want('1310', 1, small, ['规划消防站', 'Fire station']),
      want('1402', 1, near(-2050, 2000)),
      want('1101', 2, near(-1700, 2300)),
      want('100101', 9, near(-1900, 1300)),
    ],
  },
  axis: {
    otherwise: '0902',
    wants: [
      want('0803', 2, near(2980, -1900), ['湖畔文化中心', 'Lakeside culture centre']),
      want('1403', 1, near(3000, -2050), ['湖滨广场', 'Lakefront square']),
      want('1401', 4, spreadFrom(3050, 900)),
      want('0801', 1, near(3200, 1500), ['政务服务中心', 'Public service centre']),
      want('0901', 6, spreadFrom(3180, 420)),
      want('0806', 1, near(3380, -1000), ['规划综合医院', 'General hospital']),
      want('0804', 2, spreadFrom(2800, -1100), ['规划学校', 'School']),
      want('0701', 9, near(2990, -1500)),
      want('0802', 10, spreadFrom(2900, 1200)),
    ],
  },
  corridor: {
    otherwise: '0802',
    wants: [
      want('0802', 1, near(2660, -120), ['先进技术研究院园区', 'Institute of Advanced Technology campus']),
      want('0902', 3, near(3040, 70)),
      want('0902', 3, near(1230, 20)),
      want('0902', 2, near(5560, 180)),
      want('0902', 2, near(60, 160)),
      want('1401', 4, spreadFrom(2000, 200)),
      want('0901', 4, spreadFrom(1500, -120)),
      want('0804', 2, near(2380, -130), ['研究生院', 'Graduate school']),
      want('0803', 1, near(2000, 160), ['科创展示中心', 'Science exhibition centre']),
      want('0801', 1, near(4200, 160), ['园区管理服务中心', 'Park administration']),
      want('0701', 8, near(4800, -80)),
      want('0702', 1, near(4500, -100), ['邻里中心', 'Neighbourhood centre']),
    ],
  },
  lake: {
    otherwise: '0802',
    wants: [
      want('0803', 1, near(3700, -2200), ['湖畔美术馆', 'Lakeside art museum']),
      want('0904', 4, spreadFrom(2400, -2300), ['湖畔会议酒店', 'Lakeside conference hotel']),
      want('0805', 1, near(3000, -3900), ['水上运动中心', 'Water sports centre']),
      want('0807', 1, near(2100, -3200), ['康养中心', 'Care centre']),
      want('0901', 2, spreadFrom(3900, -2700)),
      want('0804', 1, near(3600, -3700), ['规划学校', 'School']),
      want('1401', 4, spreadFrom(3400, -2200)),
      want('0701', 9, near(2700, -3800)),
    ],
  },
};

/** 人才公寓A区, 人才公寓B区: several plots of one name are told apart. */
function lettered([zh, en]: readonly [string, string], turn: number): readonly [string, string] {
  const letter = String.fromCharCode(65 + turn);
  return [`${zh}${letter}区`, `${en} ${letter}`];
}

export interface Assignment {
  code: string;
  name?: readonly [zh: string, en: string];
}

/** Offices, shops and public houses face the main road; schools and flats stand in the quiet row behind. */
const FRONT_USES = new Set(['0902', '0901', '0803', '0801']);
const BACK_USES = new Set(['0701', '0702', '0804']);
/** So many metres further a plot of the fitting row is preferred. */
const ROW_PREFERENCE_METRES = 420;

function wrongRow(code: string, { area, ring }: PlotSite, roads: Roads): number {
  if (!area.road) return 0;
  const unwanted = isBackRow(ring, area.id === 'axis', roads) ? FRONT_USES : BACK_USES;
  return unwanted.has(code) ? ROW_PREFERENCE_METRES : 0;
}

/** Which use each plot of an area has. */
export function assignUses(areaId: string, sites: readonly PlotSite[], waters: Waters, roads: Roads): Assignment[] {
  const programme = PROGRAMMES[areaId];
  if (!programme) throw new RangeError(`No programme for ${areaId}`);
  const assigned = new Map<PlotSite, Assignment>();
  for (const { code, count, wish, name } of programme.wants) {
    const taken: PlotSite[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      const free = sites.filter((site) => !assigned.has(site));
      const scored = free.map((site) => ({ site, score: wish(site, taken, waters) + wrongRow(code, site, roads) }));
      scored.sort((a, b) => a.score - b.score);
      const chosen = scored[0]?.site;
      if (!chosen) break;
      taken.push(chosen);
      assigned.set(chosen, { code, ...(name ? { name: count > 1 ? lettered(name, turn) : name } : {}) });
    }
  }
  return sites.map((site) => assigned.get(site) ?? { code: programme.otherwise });
}
