import type { HeightBand, Zone, ZoneProperties } from '../../src/core/plan/types.ts';
import type { KeyAreas } from './areas.ts';
import { VIEW_CORRIDOR } from './facts/constants.ts';
import type { Rings } from './geometry/clip.ts';
import type { Frame } from './geometry/frame.ts';

const NOTE = '范围与控制指标为示意，非法定规划';
const NOTE_EN = 'Extent and control values are indicative, not statutory';

const band = (
  measuredFrom: string,
  name: string,
  nameEn: string,
  fromMetres: number,
  toMetres: number | undefined,
  heightMaxMetres: number,
): HeightBand => ({ name, nameEn, measuredFrom, fromMetres, ...(toMetres ? { toMetres } : {}), heightMaxMetres });

const AVENUE = 'roads/innovation-avenue';
const WANGJIANG = 'roads/wangjiang-west-road';
const STREAM = 'water/community-stream';
const LAKE = 'water/boyan-lake';

/** The controls of the four key areas. What a 50 % or a 24 m stands for is indicative, but for the view corridors. */
const ZONE_CONTROLS: Record<keyof KeyAreas, ZoneProperties & { id: string; name: string; nameEn: string }> = {
  axis: {
    id: 'axis',
    name: '创新大道中轴线',
    nameEn: 'Innovation Avenue axis',
    kind: 'axis',
    heightMaxMetres: 120,
    heightBinding: 'compulsory',
    heightBands: [
      band(AVENUE, '临街第一层面', 'Avenue front', 0, 80, 120),
      band(AVENUE, '第二层面', 'Second row', 80, 180, 80),
      band(AVENUE, '后排', 'Rear row', 180, undefined, 60),
    ],
    farMin: 1,
    farMax: 3.6,
    farBinding: 'compulsory',
    densityMaxPercent: 45,
    densityBinding: 'compulsory',
    greenRatioMinPercent: 20,
    greenRatioBinding: 'guiding',
    setbackMinMetres: 10,
    setbackBinding: 'compulsory',
    viewCorridorBinding: 'compulsory',
    townscapeTone: 'clear-glass',
    townscapeColours: ['#dfe6ea', '#8fa9bb', '#3f5568'],
    townscapeMaterial: '浅色金属、低反射玻璃',
    townscapeMaterialEn: 'Light metal and low-reflection glass',
    townscapeNote: '沿街界面连续，天际线自中轴向两侧跌落',
    townscapeNoteEn: 'Continuous street front; the skyline steps down from the axis to both sides',
    townscapeBinding: 'guiding',
  },
  corridor: {
    id: 'corridor',
    name: '望江西路科创大走廊',
    nameEn: 'Wangjiang West Road sci-tech corridor',
    kind: 'corridor',
    heightMaxMetres: 100,
    heightBinding: 'compulsory',
    heightBands: [
      band(WANGJIANG, '临路一线', 'Road front', 0, 100, 100),
      band(WANGJIANG, '后排', 'Rear row', 100, undefined, 60),
    ],
    farMin: 0.8,
    farMax: 3.2,
    farBinding: 'compulsory',
    densityMaxPercent: 45,
    densityBinding: 'guiding',
    greenRatioMinPercent: 20,
    greenRatioBinding: 'guiding',
    setbackMinMetres: 8,
    setbackBinding: 'compulsory',
    viewCorridorBinding: 'guiding',
    townscapeTone: 'tech-silver',
    townscapeColours: ['#eceff1', '#b7c1c8', '#5d7384'],
    townscapeMaterial: '金属板、陶板、玻璃',
    townscapeMaterialEn: 'Metal panels, terracotta and glass',
    townscapeNote: '科研簇群开合有致，首层向街道开放',
    townscapeNoteEn: 'Research clusters with open and closed rhythm; ground floors open to the street',
    townscapeBinding: 'guiding',
  },
  core: {
    id: 'core',
    name: '科大硅谷核心区（中安创谷）',
    nameEn: "USTC Silicon Valley core area (Zhong'an Chuanggu)",
    kind: 'core',
    heightMaxMetres: 100,
    heightBinding: 'compulsory',
    heightBands: [
      band(STREAM, '滨水一线', 'Waterfront', 0, 70, 36),
      band(STREAM, '滨水二线', 'Behind the waterfront', 70, 220, 60),
      band(STREAM, '其余', 'Elsewhere', 220, undefined, 100),
    ],
    farMax: 3.2,
    farBinding: 'compulsory',
    densityMaxPercent: 55,
    densityBinding: 'guiding',
    setbackMinMetres: 6,
    setbackBinding: 'compulsory',
    viewCorridorBinding: 'guiding',
    townscapeTone: 'tech-silver',
    townscapeColours: ['#f0ede6', '#c2c9cc', '#a8623f'],
    townscapeMaterial: '清水混凝土、金属、陶土砖',
    townscapeMaterialEn: 'Fair-faced concrete, metal and clay brick',
    townscapeNote: '“科里科气”：素雅基调，砖红点缀，五至六个组团各有识别色',
    townscapeNoteEn: 'A calm base with accents of brick red; each cluster has a colour of its own',
    townscapeBinding: 'guiding',
  },
  lake: {
    id: 'lake',
    name: '柏堰湖周边',
    nameEn: 'Around Boyan Lake',
    kind: 'lake',
    heightMaxMetres: 45,
    heightBinding: 'compulsory',
    heightBands: [
      band(LAKE, '湖滨公园', 'Lakeside park', 0, 180, 12),
      band(LAKE, '环湖一线', 'First row', 180, 420, 24),
      band(LAKE, '环湖二线', 'Second row', 420, 540, 36),
      band(LAKE, '外围', 'Outer row', 540, undefined, 45),
    ],
    farMax: 1.8,
    farBinding: 'compulsory',
    densityMaxPercent: 35,
    densityBinding: 'compulsory',
    greenRatioMinPercent: 35,
    greenRatioBinding: 'guiding',
    setbackMinMetres: 8,
    setbackBinding: 'compulsory',
    viewCorridorBinding: 'compulsory',
    townscapeTone: 'ink-white',
    townscapeColours: ['#f3f1ea', '#8a9a92', '#4b5257'],
    townscapeMaterial: '白墙、灰瓦、木与石',
    townscapeMaterialEn: 'White walls, grey tiles, timber and stone',
    townscapeNote: '高度向湖面逐级降低，通湖视廊不少于 25 米',
    townscapeNoteEn: 'Heights fall towards the lake; views to the water at least 25 m wide',
    townscapeBinding: 'guiding',
  },
};

/** The four key areas as features. */
export function makeZones(frame: Frame, keyAreas: KeyAreas): Zone[] {
  const shapes: Record<keyof KeyAreas, Rings> = {
    axis: [keyAreas.axis],
    corridor: [keyAreas.corridor],
    core: [keyAreas.core],
    lake: keyAreas.lake,
  };
  const order = ['core', 'corridor', 'axis', 'lake'] as const;
  return order.map((key) => {
    const { id, ...controls } = ZONE_CONTROLS[key];
    return {
      type: 'Feature',
      id,
      properties: {
        ...controls,
        viewCorridorMinWidthMetres: VIEW_CORRIDOR.minWidthMetres.value,
        viewCorridorMaxSpacingMetres: VIEW_CORRIDOR.maxSpacingMetres.value,
        source: 'hitech-report',
        confidence: key === 'lake' ? 'L' : 'M',
        status: 'indicative',
        note: NOTE,
        noteEn: NOTE_EN,
      },
      geometry: { type: 'Polygon', coordinates: frame.toPolygon(shapes[key]) },
    };
  });
}
