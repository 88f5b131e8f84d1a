import type { Phase, PhaseProperties, Stage } from '../../src/core/plan/types.ts';
import type { Community } from './community.ts';
import { COMMUNITY, PHASE_1_OPENS, PHASE_2 } from './facts/constants.ts';
import type { Frame } from './geometry/frame.ts';

interface Programme extends Omit<PhaseProperties, 'sequence' | 'targetGrossAreaSquareMetres'> {
  name: string;
  nameEn: string;
  stages: Stage[];
  people: number;
  companies: number;
  source: string;
  confidence: 'H' | 'M' | 'L';
  note: string;
  noteEn: string;
}

const PLANNED_NOTE = '建成投用时间、范围与规模无公开来源，均为示意';
const PLANNED_NOTE_EN = 'Opening date, extent and size have no public source: all indicative';

/** People and companies of all phases add up to the published totals; their split is indicative. */
const PROGRAMME: readonly Programme[] = [
  {
    name: '一期',
    nameEn: 'Phase 1',
    opens: PHASE_1_OPENS.value,
    openingStatus: 'open',
    stages: ['research', 'incubator'],
    people: 6000,
    companies: 340,
    source: 'hitech-report',
    confidence: 'M',
    note: '投用时间有来源；范围为示意',
    noteEn: 'The opening date is sourced; the extent is indicative',
  },
  {
    name: '二期',
    nameEn: 'Phase 2',
    opens: PHASE_2.opens.value,
    openingStatus: 'open',
    stages: ['incubator', 'research'],
    people: 7000,
    companies: 430,
    netSiteAreaSquareMetres: PHASE_2.netSiteAreaSquareMetres.value,
    far: PHASE_2.far.value,
    greenRatioPercent: PHASE_2.greenRatioPercent.value,
    gfaSquareMetres: PHASE_2.gfaSquareMetres.value,
    source: 'phase-reports',
    confidence: 'H',
    note: '净用地、容积率、绿地率、四至路名有来源；道路线位与地块划分为示意',
    noteEn: 'Net site, FAR, green ratio and bounding roads are sourced; road courses and plots are indicative',
  },
  {
    name: '三期',
    nameEn: 'Phase 3',
    opens: '2027-06',
    openingStatus: 'planned',
    stages: ['accelerator', 'incubator'],
    people: 9500,
    companies: 460,
    source: 'phase-reports',
    confidence: 'L',
    note: '塔楼已封顶，高度 99.65 米有来源；投用时间与范围为示意',
    noteEn: 'One tower of 99.65 m is topped out (sourced); opening date and extent are indicative',
  },
  {
    name: '四期',
    nameEn: 'Phase 4',
    opens: '2028-06',
    openingStatus: 'planned',
    stages: ['accelerator'],
    people: 11000,
    companies: 360,
    source: 'generated',
    confidence: 'L',
    note: PLANNED_NOTE,
    noteEn: PLANNED_NOTE_EN,
  },
  {
    name: '五期',
    nameEn: 'Phase 5',
    opens: '2030-06',
    openingStatus: 'planned',
    stages: ['accelerator', 'industry-base'],
    people: 8500,
    companies: 240,
    source: 'generated',
    confidence: 'L',
    note: PLANNED_NOTE,
    noteEn: PLANNED_NOTE_EN,
  },
  {
    name: '六期',
    nameEn: 'Phase 6',
    opens: '2032-12',
    openingStatus: 'planned',
    stages: ['industry-base', 'accelerator'],
    people: 8000,
    companies: 170,
    source: 'generated',
    confidence: 'L',
    note: PLANNED_NOTE,
    noteEn: PLANNED_NOTE_EN,
  },
];

/** The six phases; their target areas are the drawn ones in hectares and add up to the community's. */
export function makePhases(frame: Frame, community: Community): Phase[] {
  const targets = community.phases.map((ring) => Math.round(frame.areaSquareMetres([ring]) / 10_000) * 10_000);
  const missing = COMMUNITY.grossAreaSquareMetres.value - targets.reduce((a, b) => a + b, 0);
  return community.phases.map((ring, index): Phase => {
    const programme = PROGRAMME[index];
    if (!programme) throw new RangeError(`No programme for phase ${index + 1}`);
    const { name, nameEn, source, confidence, note, noteEn, ...figures } = programme;
    return {
      type: 'Feature',
      id: `phase-${index + 1}`,
      properties: {
        name,
        nameEn,
        sequence: index + 1,
        ...figures,
        targetGrossAreaSquareMetres: (targets[index] ?? 0) + (index === community.phases.length - 1 ? missing : 0),
        source,
        confidence,
        status: 'indicative',
        note,
        noteEn,
      },
      geometry: { type: 'Polygon', coordinates: frame.toPolygon([ring]) },
    };
  });
}
