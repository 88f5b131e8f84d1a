import { createProjection } from '../../src/core/measure/index.ts';
import type {
  Building,
  BuildingProperties,
  Manifest,
  Phase,
  PhaseProperties,
  Plan,
  PlanLayers,
  Plot,
  PlotProperties,
  Polygon,
  Provenance,
  Zone,
  ZoneProperties,
} from '../../src/core/plan/types.ts';
import { emptyLayers } from '../../src/core/read/read_plan.ts';
import type { InputFile } from '../../src/core/read/types.ts';

const projection = createProjection('EPSG:4548');
if (!projection) throw new Error('EPSG:4548 is the plane the samples are drawn on');
const { inverse } = projection;
/** South-west corner of the samples' ground. */
const EAST = 509_000;
const NORTH = 3_523_000;

/** A place in metres on the samples' ground, in degrees. */
export function place([x, y]: readonly [x: number, y: number]): number[] {
  return [...inverse([EAST + x, NORTH + y])];
}

/** A polygon from corners in metres on the samples' ground; the ring is closed here. */
export function polygon(...corners: readonly (readonly [x: number, y: number])[]): Polygon {
  const ring = corners.map(place);
  const [first = []] = ring;
  return { type: 'Polygon', coordinates: [[...ring, [...first]]] };
}

/** A rectangle in metres on the samples' ground. */
export function rectangle(x: number, y: number, width: number, height: number): Polygon {
  return polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height]);
}

export function plot(id: string, geometry: Polygon, properties: PlotProperties & Record<string, unknown> = {}): Plot {
  return { type: 'Feature', id, geometry, properties };
}
export function zone(id: string, geometry: Polygon, properties: ZoneProperties = {}): Zone {
  return { type: 'Feature', id, geometry, properties: { ...properties } };
}
export function phase(id: string, geometry: Polygon, properties: PhaseProperties & Provenance): Phase {
  return { type: 'Feature', id, geometry, properties: { ...properties } };
}
export function building(id: string, geometry: Polygon, properties: BuildingProperties): Building {
  return { type: 'Feature', id, geometry, properties: { ...properties } };
}

export const MANIFEST: Manifest = {
  id: 'sample',
  title: { zh: '样例', en: 'Sample' },
  version: '1',
  date: '2026-01-01',
  status: 'draft',
  measuringCrs: 'EPSG:4548',
  layers: {
    zones: 'zones.geojson',
    phases: 'phases.geojson',
    plots: 'plots.geojson',
    buildings: 'buildings.geojson',
  },
};

/** A plan of these layers and nothing else. */
export function planOf(layers: Partial<PlanLayers>, manifest: Partial<Manifest> = {}): Plan {
  return { manifest: { ...MANIFEST, ...manifest }, layers: { ...emptyLayers(), ...layers } };
}

/** A community of 400 × 100 m in two phases of equal size that meets every target. */
export function soundCommunity(): Plan {
  return planOf(
    {
      zones: [zone('core', rectangle(0, 0, 400, 100))],
      phases: [
        phase('P1', rectangle(0, 0, 200, 100), {
          sequence: 1,
          opens: '2020-04',
          stages: ['research'],
          people: 60,
          companies: 3,
        }),
        phase('P2', rectangle(200, 0, 200, 100), {
          sequence: 2,
          opens: '2023-02',
          stages: ['incubator'],
          people: 40,
          companies: 2,
        }),
      ],
    },
    {
      community: {
        zone: 'core',
        areaSquareMetres: 40_000,
        areaTolerancePercent: 1,
        phaseCount: 2,
        people: 100,
        companies: 5,
        stages: ['research', 'incubator'],
      },
    },
  );
}

/** A file with this text, or with this value as JSON. */
export function file(name: string, content: unknown): InputFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { name, bytes: new TextEncoder().encode(text) };
}

export function collection(...features: unknown[]): unknown {
  return { type: 'FeatureCollection', features };
}
