import type {
  Building,
  Manifest,
  Phase,
  PlanLayers,
  Plot,
  PlotProperties,
  Provenance,
  Zone,
} from '../../src/core/plan/types.ts';
import { createFrame } from './geometry/frame.ts';
import { type Point, points, type Ring, rotate } from './geometry/point.ts';

/**
 * A small invented park on another coast, in another zone of the grid, with names, ids, targets and land-use schemes of its own:
 * what works on it is not wired to Hefei. Unlike the plan that ships it has faults: see the notes on its buildings.
 */
const frame = createFrame('EPSG:4549', [121.02, 32.35]);
/** The whole park is turned against the grid. */
const TURN_RADIANS = 0.21;
const ring = (text: string): Ring => points(text).map((point: Point) => rotate(point, TURN_RADIANS));
const polygon = (...rings: string[]) => ({ type: 'Polygon' as const, coordinates: frame.toPolygon(rings.map(ring)) });
const box = (west: number, south: number, east: number, north: number) =>
  `${west},${south} ${east},${south} ${east},${north} ${west},${north}`;
const line = (text: string) => ({ type: 'LineString' as const, coordinates: frame.toLine(ring(text)) });
const draft: Provenance = { source: 'invented', confidence: 'L', status: 'draft' };

const MANIFEST: Manifest = {
  id: 'harbour-park',
  title: { zh: '海港示范园', en: 'Harbour Park' },
  version: '0.3',
  date: '2025-03-01',
  status: 'draft',
  organisation: { zh: '海港示范园管委会', en: 'Harbour Park authority' },
  measuringCrs: 'EPSG:4549',
  layers: {
    zones: 'key-areas.geojson',
    phases: 'stages.geojson',
    water: 'basin.geojson',
    roads: 'streets.geojson',
    plots: 'parcels.geojson',
    buildings: 'houses.geojson',
  },
  community: {
    zone: 'town',
    areaSquareMetres: 1_200_000,
    areaTolerancePercent: 2,
    phaseCount: 3,
    people: 9_000,
    companies: 150,
    stages: ['research', 'industry-base'],
  },
  tolerances: { nearLimitPercent: 90, zoneCoverSharePercent: 40 },
  palette: {
    landUse: [{ code: 'H9', scheme: 'local', name: '港口作业用地', nameEn: 'Port works', colour: '#7a6f9b' }],
    townscapeTones: [{ code: 'salt', name: '盐白', nameEn: 'Salt white', colour: '#e8e4da' }],
    heightClassesMetres: [15, 30, 45],
    zones: { town: '#aa7744', quay: '#3377aa' },
  },
  sources: [{ id: 'invented', title: { zh: '虚构', en: 'Invented' }, confidence: 'L' }],
};

const zones: Zone[] = [
  {
    type: 'Feature',
    id: 'town',
    properties: { name: '产业新城', nameEn: 'Town', kind: 'town', farMax: 2.4, farBinding: 'compulsory', ...draft },
    geometry: polygon(box(0, 0, 1500, 800)),
  },
  {
    type: 'Feature',
    id: 'quay',
    properties: {
      name: '码头岸线',
      nameEn: 'Quay',
      kind: 'waterfront',
      heightMaxMetres: 40,
      heightBinding: 'guiding',
      heightBands: [
        { measuredFrom: 'water/basin', fromMetres: 0, toMetres: 90, heightMaxMetres: 15 },
        { measuredFrom: 'water/basin', fromMetres: 90, heightMaxMetres: 30 },
      ],
      densityMaxPercent: 40,
      townscapeTone: 'salt',
      townscapeColours: ['#ffffff', '#e8e4da'],
      ...draft,
    },
    geometry: polygon(box(-60, -200, 1560, 260)),
  },
];

const phase = (
  id: string,
  sequence: number,
  name: string,
  nameEn: string,
  shape: string,
  rest: Phase['properties'],
): Phase => ({
  type: 'Feature',
  id,
  properties: { ...rest, name, nameEn, sequence, ...draft },
  geometry: polygon(shape),
});
const phases: Phase[] = [
  phase('A', 1, '启动区', 'First stage', box(0, 0, 500, 800), {
    sequence: 1,
    opens: '2024-01',
    openingStatus: 'open',
    stages: ['research'],
    targetGrossAreaSquareMetres: 400_000,
    people: 4_000,
    companies: 90,
  }),
  phase('B', 2, '拓展区', 'Second stage', box(500, 0, 950, 800), {
    sequence: 2,
    opens: '2027-01',
    openingStatus: 'planned',
    stages: ['industry-base'],
    targetGrossAreaSquareMetres: 360_000,
    people: 3_000,
    companies: 40,
  }),
  phase('C', 3, '远景区', 'Third stage', box(950, 0, 1500, 800), {
    sequence: 3,
    opens: '2031-01',
    openingStatus: 'planned',
    stages: ['industry-base'],
    targetGrossAreaSquareMetres: 440_000,
    people: 2_000,
    companies: 20,
  }),
];

/** Number, phase, shape, code, scheme, FAR max, height max, density max; 0 stands for: nothing is said. */
type Row = readonly [
  id: string,
  phase: string,
  shape: string,
  code: string,
  scheme: NonNullable<PlotProperties['landUseScheme']>,
  farMax: number,
  heightMaxMetres: number,
  densityMaxPercent: number,
];
const ROWS: readonly Row[] = [
  ['A/1', 'A', box(20, 20, 240, 240), 'B1', 'gb50137-2011', 1.8, 24, 45],
  ['A/2', 'A', box(260, 20, 480, 240), 'A35', 'gb50137-2011', 2, 36, 35],
  ['A/3', 'A', box(20, 270, 240, 520), 'A35', 'gb50137-2011', 2.2, 45, 35],
  ['A/4', 'A', box(260, 270, 480, 520), 'M0', 'local', 3, 60, 40],
  ['A/5', 'A', box(20, 550, 480, 780), 'R', 'gb50137-2011', 1.8, 54, 25],
  ['B/1', 'B', '520,20 930,20 930,180 700,240 520,240', 'H9', 'local', 0.8, 18, 40],
  ['B/2', 'B', box(520, 270, 720, 520), '100101', 'guide-2023', 2, 30, 50],
  ['B/3', 'B', box(720, 270, 930, 520), '100101', 'guide-2023', 2, 30, 50],
  ['B/4', 'B', box(520, 550, 930, 780), 'M2', 'gb50137-2011', 1.6, 24, 55],
  ['C/1', 'C', box(970, 20, 1210, 240), 'G1', 'gb50137-2011', 0, 6, 3],
  ['C/2', 'C', box(1230, 20, 1480, 240), 'W', 'gb50137-2011', 1.2, 20, 55],
  ['C/3', 'C', box(970, 270, 1480, 520), '100102', 'guide-2023', 1.8, 30, 55],
  ['C/4', 'C', box(970, 550, 1480, 780), '16', 'guide-2023', 0, 0, 0],
  ['Q/1', '', box(780, -180, 1440, -40), 'H9', 'local', 0.5, 0, 30],
];
const plots: Plot[] = ROWS.map(([id, phaseId, shape, code, scheme, farMax, heightMaxMetres, densityMaxPercent]) => ({
  type: 'Feature',
  id,
  properties: {
    ...(phaseId ? { phase: phaseId } : {}),
    landUseCode: code,
    landUseScheme: scheme,
    netAreaSquareMetres: Math.round(frame.areaSquareMetres([ring(shape)]) * 10) / 10,
    ...(farMax ? { farMax, farBinding: 'compulsory' } : {}),
    ...(heightMaxMetres ? { heightMaxMetres, heightBinding: 'compulsory' } : {}),
    ...(densityMaxPercent ? { densityMaxPercent, densityBinding: 'guiding' } : {}),
    ...(phaseId === 'A' ? { stage: 'research' } : phaseId === 'B' ? { stage: 'industry-base' } : {}),
    ...draft,
  },
  geometry: polygon(shape),
}));

const building = (id: string, shape: string, properties: Building['properties'], ...holes: string[]): Building => ({
  type: 'Feature',
  id,
  properties: { ...properties, ...draft },
  geometry: polygon(shape, ...holes),
});
const built = 'built' as const;
const proposed = 'proposed' as const;
const buildings: Building[] = [
  building('h01', box(40, 40, 120, 100), {
    plot: 'A/1',
    buildingStatus: built,
    heightMetres: 12,
    floors: 3,
    gfaSquareMetres: 14_400,
  }),
  // Over the 15 m that the quay's first height band allows, though its plot says 24.
  building('h02', box(140, 120, 220, 200), {
    plot: 'A/1',
    buildingStatus: built,
    heightMetres: 22,
    floors: 5,
    gfaSquareMetres: 32_000,
  }),
  building('h03', box(280, 60, 340, 120), {
    plot: 'A/2',
    buildingStatus: built,
    heightMetres: 14,
    floors: 3,
    gfaSquareMetres: 10_800,
  }),
  // A court, with its hole.
  building(
    'h04',
    box(60, 320, 160, 420),
    { plot: 'A/3', buildingStatus: built, heightMetres: 30, floors: 7, gfaSquareMetres: 44_800 },
    box(90, 350, 130, 390),
  ),
  // Near the height limit: 42 of 45 m is 93 %, where the plan counts from 90 %.
  building('h05', box(180, 440, 220, 500), {
    plot: 'A/3',
    buildingStatus: built,
    heightMetres: 42,
    floors: 10,
    gfaSquareMetres: 24_000,
  }),
  // Over FAR: the plot says 3.0, the town zone 2.4; 150,000 m² on 55,000 m² are 2.7.
  building('h06', box(280, 290, 380, 390), {
    plot: 'A/4',
    buildingStatus: built,
    heightMetres: 50,
    floors: 15,
    gfaSquareMetres: 150_000,
  }),
  building('h07', box(60, 580, 110, 595), {
    plot: 'A/5',
    buildingStatus: proposed,
    heightMetres: 33,
    floors: 11,
    gfaSquareMetres: 8_250,
  }),
  // Without a height and a floor area: not known, never compliant.
  building('h08', box(60, 640, 110, 655), { plot: 'A/5', buildingStatus: proposed }),
  // Over density: 30,000 of 50,000 m² are 60 %.
  building('h09', box(535, 285, 705, 462), {
    plot: 'B/2',
    buildingStatus: proposed,
    heightMetres: 14,
    floors: 2,
    gfaSquareMetres: 60_000,
  }),
  // Names no plot: it stands on B/3.
  building('h10', box(740, 290, 840, 350), {
    buildingStatus: proposed,
    heightMetres: 24,
    floors: 4,
    gfaSquareMetres: 24_000,
  }),
  building('h11', box(540, 570, 700, 650), {
    plot: 'B/4',
    buildingStatus: proposed,
    heightMetres: 16,
    floors: 2,
    gfaSquareMetres: 25_600,
  }),
  building('h12', box(1000, 300, 1200, 400), {
    plot: 'C/3',
    buildingStatus: proposed,
    heightMetres: 20,
    floors: 2,
    gfaSquareMetres: 40_000,
  }),
];

/** The park with its features; layers it does not name are empty. */
export function harbourPark(): { manifest: Manifest; layers: PlanLayers } {
  return {
    manifest: MANIFEST,
    layers: {
      zones,
      phases,
      water: [
        {
          type: 'Feature',
          id: 'basin',
          properties: { name: '港池', nameEn: 'Basin', ...draft },
          geometry: polygon('-300,-420 1800,-360 1760,-220 780,-215 750,-45 690,-30 -300,-40'),
        },
      ],
      green: [],
      roads: [
        ['s1', '临港大道', 'Harbour Road', 40, '-60,0 1560,0'],
        ['s2', '盐田街', 'Saltern Street', 20, '0,255 1500,255'],
        ['s3', '灯塔街', 'Lighthouse Street', 20, '500,-20 500,820'],
      ].map(([id, name, nameEn, width, course]) => ({
        type: 'Feature',
        id: String(id),
        properties: { name: String(name), nameEn: String(nameEn), redLineWidthMetres: Number(width), ...draft },
        geometry: line(String(course)),
      })),
      metro: [],
      plots,
      buildings,
      landmarks: [],
    },
  };
}
