import { LAYER_IDS, type Manifest, STAGES } from '../../src/core/plan/types.ts';
import { COMMUNITY, MEASURING_CRS } from './facts/constants.ts';
import { PALETTE } from './palette.ts';

export const MANIFEST: Manifest = {
  $schema: '../schema/plan.schema.json',
  id: 'hefei-hightech-zone',
  title: { zh: '合肥高新区重点区域规划设计导控', en: 'Hefei High-tech Zone: planning controls of the key areas' },
  subtitle: {
    zh: '四大重点区域 · 中安创谷六期约 5 平方公里',
    en: "Four key areas · the 5 km² community Zhong'an Chuanggu in six phases",
  },
  version: '1.0.0',
  date: '2026-11-20',
  status: 'indicative',
  statusNote: {
    zh: '示意成果，非法定规划。除注明来源的内容外，边界、地块、建筑与控制指标均为示意，不得作为规划许可依据。',
    en: 'Indicative, not a statutory plan. Unless a source is named, borders, plots, buildings and control values are illustrative and must not be used for permits.',
  },
  measuringCrs: MEASURING_CRS,
  bounds: [117.0695, 31.7925, 117.166, 31.856],
  layers: Object.fromEntries(LAYER_IDS.map((id) => [id, `${id}.geojson`])),
  community: {
    zone: 'core',
    areaSquareMetres: COMMUNITY.grossAreaSquareMetres.value,
    areaTolerancePercent: 1,
    phaseCount: COMMUNITY.phaseCount.value,
    people: COMMUNITY.people.value,
    companies: COMMUNITY.companies.value,
    stages: [...STAGES],
  },
  tolerances: {
    overlapSquareMetres: 1,
    gapSquareMetres: 1,
    outsideSquareMetres: 1,
    zoneCoverSharePercent: 50,
    nearLimitPercent: 95,
    declaredAreaPercent: 0.5,
    phaseAreaPercent: 5,
  },
  palette: PALETTE,
  sources: [
    {
      id: 'hitech-report',
      title: { zh: '高新区情况汇报', en: 'Report on the state of the High-tech Zone' },
      note: {
        zh: '四大重点区域；中安创谷六期约 5 平方公里、5 万人、2000 家企业；一、二期投用时间',
        en: 'Four key areas; about 5 km², 50,000 people and 2,000 companies in six phases; opening of phases 1 and 2',
      },
      confidence: 'H',
    },
    {
      id: 'phase-reports',
      title: { zh: '中安创谷各期公开报道', en: "Published reports on the phases of Zhong'an Chuanggu" },
      note: {
        zh: '二期四至、净用地 19.27 公顷、容积率 1.82、绿地率 35%；三期塔楼 99.65 米',
        en: 'Phase 2: bounding roads, net site 19.27 ha, FAR 1.82, green ratio 35%; phase 3: tower of 99.65 m',
      },
      confidence: 'M',
    },
    {
      id: 'places',
      title: { zh: '公开地图上核对的道路交叉口与地点', en: 'Road junctions and places checked on public maps' },
      note: { zh: 'WGS84，个别点误差可达百米以上', en: 'WGS84; some points may be off by more than a hundred metres' },
      confidence: 'M',
    },
    {
      id: 'lakes',
      title: { zh: '蜀西湖、柏堰湖公开面积数据', en: 'Published areas of Shuxi Lake and Boyan Lake' },
      confidence: 'L',
    },
    {
      id: 'hefei-rules-2013',
      title: {
        zh: '合肥市控制性详细规划通则（试行）2013',
        en: 'Hefei general rules for regulatory plans (trial), 2013',
      },
      note: { zh: '现行效力未核实', en: 'Present validity not verified' },
      confidence: 'M',
    },
    {
      id: 'generated',
      title: { zh: '示意生成', en: 'Generated for illustration' },
      note: {
        zh: '按事实与通则推演，无实测或审批依据',
        en: 'Derived from the facts and the general rules; neither surveyed nor approved',
      },
      confidence: 'L',
    },
  ],
};
