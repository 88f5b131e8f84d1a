import type { LandUseClass, LandUseScheme, Manifest } from './types.ts';

/** Drawing colours of the municipal drawing standard (市级国土空间总体规划制图规范, appendix B). */
const COLOUR = {
  housing: '#ffff2d',
  administration: '#ff00ff',
  culture: '#ff7f00',
  education: '#ff85c9',
  research: '#e6005c',
  sport: '#00a57c',
  health: '#ff7f7e',
  welfare: '#ff9f7f',
  commerce: '#ff0000',
  industry: '#bb9674',
  storage: '#8761d3',
  road: '#a3a3a3',
  utility: '#006380',
  park: '#00ff00',
  protectiveGreen: '#148d4a',
  square: '#acffcf',
  reserved: '#ffffff',
  water: '#338ec0',
} as const;

type Row = readonly [code: string, name: string, nameEn: string, colour: string];

/** Codes of the 2023 land-use guide (国土空间调查、规划、用途管制用地用海分类指南) a park meets. */
const GUIDE_2023: readonly Row[] = [
  ['07', '居住用地', 'Residential', COLOUR.housing],
  ['0701', '城镇住宅用地', 'Urban housing', COLOUR.housing],
  ['0702', '城镇社区服务设施用地', 'Community services', COLOUR.welfare],
  ['08', '公共管理与公共服务用地', 'Public administration and services', COLOUR.administration],
  ['0801', '机关团体用地', 'Administration', COLOUR.administration],
  ['0802', '科研用地', 'Research', COLOUR.research],
  ['0803', '文化用地', 'Culture', COLOUR.culture],
  ['0804', '教育用地', 'Education', COLOUR.education],
  ['0805', '体育用地', 'Sport', COLOUR.sport],
  ['0806', '医疗卫生用地', 'Health care', COLOUR.health],
  ['0807', '社会福利用地', 'Social welfare', COLOUR.welfare],
  ['09', '商业服务业用地', 'Commerce and services', COLOUR.commerce],
  ['0901', '商业用地', 'Retail', COLOUR.commerce],
  ['0902', '商务金融用地', 'Business and finance', COLOUR.commerce],
  ['0903', '娱乐用地', 'Entertainment', COLOUR.commerce],
  ['0904', '其他商业服务业用地', 'Other commercial services', COLOUR.commerce],
  ['10', '工矿用地', 'Industry and mining', COLOUR.industry],
  ['1001', '工业用地', 'Industry', COLOUR.industry],
  ['100101', '一类工业用地', 'Industry, class 1', COLOUR.industry],
  ['100102', '二类工业用地', 'Industry, class 2', COLOUR.industry],
  ['100103', '三类工业用地', 'Industry, class 3', COLOUR.industry],
  ['11', '仓储用地', 'Storage', COLOUR.storage],
  ['1101', '物流仓储用地', 'Logistics and storage', COLOUR.storage],
  ['1206', '城市轨道交通用地', 'Urban rail transit', COLOUR.road],
  ['1207', '城镇村道路用地', 'Roads', COLOUR.road],
  ['1208', '交通场站用地', 'Transport facilities', COLOUR.road],
  ['13', '公用设施用地', 'Public utilities', COLOUR.utility],
  ['1401', '公园绿地', 'Park', COLOUR.park],
  ['1402', '防护绿地', 'Protective green', COLOUR.protectiveGreen],
  ['1403', '广场用地', 'Public square', COLOUR.square],
  ['16', '留白用地', 'Reserved', COLOUR.reserved],
  ['17', '陆地水域', 'Inland water', COLOUR.water],
  ['1701', '河流水面', 'River', COLOUR.water],
  ['1702', '湖泊水面', 'Lake', COLOUR.water],
  ['1703', '水库水面', 'Reservoir', COLOUR.water],
];

/**
 * The older standard GB 50137-2011, still met in planners' files, drawn in the same colours. M0 (新型产业用地) has no national
 * code: it counts as local.
 */
const GB50137_2011: readonly Row[] = [
  ['R', '居住用地', 'Residential', COLOUR.housing],
  ['A', '公共管理与公共服务设施用地', 'Public administration and services', COLOUR.administration],
  ['A1', '行政办公用地', 'Administration', COLOUR.administration],
  ['A2', '文化设施用地', 'Culture', COLOUR.culture],
  ['A3', '教育科研用地', 'Education and research', COLOUR.education],
  ['A35', '科研用地', 'Research', COLOUR.research],
  ['A4', '体育用地', 'Sport', COLOUR.sport],
  ['A5', '医疗卫生用地', 'Health care', COLOUR.health],
  ['A6', '社会福利用地', 'Social welfare', COLOUR.welfare],
  ['B', '商业服务业设施用地', 'Commerce and services', COLOUR.commerce],
  ['B1', '商业用地', 'Retail', COLOUR.commerce],
  ['B2', '商务用地', 'Business', COLOUR.commerce],
  ['M', '工业用地', 'Industry', COLOUR.industry],
  ['M1', '一类工业用地', 'Industry, class 1', COLOUR.industry],
  ['M2', '二类工业用地', 'Industry, class 2', COLOUR.industry],
  ['M3', '三类工业用地', 'Industry, class 3', COLOUR.industry],
  ['W', '物流仓储用地', 'Logistics and storage', COLOUR.storage],
  ['S', '道路与交通设施用地', 'Roads and transport', COLOUR.road],
  ['U', '公用设施用地', 'Public utilities', COLOUR.utility],
  ['G', '绿地与广场用地', 'Green space and squares', COLOUR.park],
  ['G1', '公园绿地', 'Park', COLOUR.park],
  ['G2', '防护绿地', 'Protective green', COLOUR.protectiveGreen],
  ['G3', '广场用地', 'Public square', COLOUR.square],
  ['E1', '水域', 'Water', COLOUR.water],
];

const LOCAL: readonly Row[] = [['M0', '新型产业用地', 'New-type industry', COLOUR.industry]];

function classes(scheme: LandUseScheme, rows: readonly Row[]): LandUseClass[] {
  return rows.map(([code, name, nameEn, colour]) => ({ code, scheme, name, nameEn, colour }));
}

/** What a plan's codes mean where its own palette does not say. */
export const LAND_USE_CLASSES: readonly LandUseClass[] = [
  ...classes('guide-2023', GUIDE_2023),
  ...classes('gb50137-2011', GB50137_2011),
  ...classes('local', LOCAL),
];

/**
 * The class a land-use code is drawn and counted as. The same digits mean different things in different schemes, so the scheme
 * must match; without one the 2023 guide is assumed. The manifest's palette goes before the table, and a code neither knows is
 * looked up by its beginning (100199 → 1001). Undefined for a code nothing is known of.
 */
export function landUseClassOf(
  manifest: Pick<Manifest, 'palette'>,
  scheme: LandUseScheme | undefined,
  code: string | undefined,
): LandUseClass | undefined {
  if (!code) return undefined;
  const wanted = scheme ?? 'guide-2023';
  const own = manifest.palette?.landUse ?? [];
  for (let length = code.length; length > 0; length -= 1) {
    const prefix = code.slice(0, length);
    const isIt = (entry: LandUseClass) => entry.scheme === wanted && entry.code === prefix;
    const found = own.find(isIt) ?? LAND_USE_CLASSES.find(isIt);
    if (found) return found;
  }
  return undefined;
}
