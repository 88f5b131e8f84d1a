import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatePlan, planFiles } from '../../scripts/generate_plan/generate.ts';
import { analysePlan } from '../../src/core/analyse.ts';
import {
  boxesTouch,
  createProjection,
  measureDistanceMetres,
  measureEllipsoidAreaSquareMetres,
  measureOverlapSquareMetres,
  type PlaneShape,
  toPlane,
} from '../../src/core/measure/index.ts';
import { LAYER_IDS, type Plan, type Polygon, STAGES } from '../../src/core/plan/types.ts';
import { readPlan } from '../../src/core/read/read_plan.ts';

const folder = new URL('../../data/geojson/', import.meta.url);
const generated = generatePlan();
const files = planFiles(generated);
const committed = new Map([...files.keys()].map((name) => [name, readFileSync(new URL(name, folder))]));
const reading = readPlan([...committed].map(([name, bytes]) => ({ name, bytes })));
const plan: Plan = reading.plan ?? generated;
const { zones, phases, water, green, roads, plots, buildings } = plan.layers;
const { ledger, findings, community } = analysePlan(plan);
const projection = createProjection('EPSG:4548');
if (!projection) throw new Error('EPSG:4548 must be known');
const shapeOf = (feature: { geometry: Polygon | Plan['layers']['plots'][number]['geometry'] }): PlaneShape =>
  toPlane(feature.geometry, projection);
const sum = (values: readonly (number | undefined)[]) => values.reduce((a: number, b) => a + (b ?? 0), 0);
const borderOf = (geometry: Plan['layers']['plots'][number]['geometry']) =>
  geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : [];

describe('the plan that ships', () => {
  it('is what a new run of the generator writes, to the byte', () => {
    for (const [name, text] of files) expect(committed.get(name)?.toString('utf8') === text, name).toBe(true);
  });

  it('reads without a single diagnostic and checks without an error or a warning', () => {
    expect(reading.diagnostics).toEqual([]);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('stays small enough to open on a slow line', () => {
    expect(sum([...committed.values()].map((bytes) => bytes.byteLength))).toBeLessThan(1_000_000);
  });

  it('says of every feature where it comes from, how sure that is, and that it is indicative', () => {
    const sources = new Set(plan.manifest.sources?.map(({ id }) => id));
    for (const layer of LAYER_IDS)
      for (const { id, properties } of plan.layers[layer]) {
        expect(sources.has(properties.source ?? ''), `${layer}/${id} source`).toBe(true);
        expect(properties.confidence, `${layer}/${id}`).toMatch(/^[HML]$/);
        expect(properties.status, `${layer}/${id}`).toBe('indicative');
      }
  });

  it('gives every feature an id of its own in its layer', () => {
    for (const layer of LAYER_IDS) {
      const ids = plan.layers[layer].map(({ id }) => id);
      expect(new Set(ids).size, layer).toBe(ids.length);
    }
  });
});

describe('its community', () => {
  it('has 5.00 km² on the ellipsoid, a tenth of a percent at most beside it', () => {
    expect(Math.abs((community?.total.ellipsoidSquareMetres ?? 0) - 5_000_000)).toBeLessThan(5_000);
  });

  it('is tiled by six phases without overlap or gap, their borders sharing every vertex', () => {
    expect(phases).toHaveLength(6);
    const core = zones.find(({ id }) => id === 'core');
    if (!core) throw new Error('No core area');
    const boundary = measureEllipsoidAreaSquareMetres(core.geometry);
    expect(sum(phases.map(({ geometry }) => measureEllipsoidAreaSquareMetres(geometry)))).toBeCloseTo(boundary, 1);
    const shapes = phases.map(shapeOf);
    shapes.forEach((shape, index) => {
      expect(measureOverlapSquareMetres(shape, shapeOf(core))).toBeCloseTo(measureOverlapSquareMetres(shape, shape), 1);
      for (const other of shapes.slice(index + 1)) expect(measureOverlapSquareMetres(shape, other)).toBeLessThan(0.1);
    });
    const inner = new Map<string, number>();
    for (const { geometry } of [...phases, core])
      for (const position of borderOf(geometry).slice(1)) inner.set(`${position}`, (inner.get(`${position}`) ?? 0) + 1);
    // Every vertex is met at least twice: by two phases, or by a phase and the boundary.
    expect([...inner].filter(([, count]) => count < 2)).toEqual([]);
  });

  it('keeps the sourced figures of phase 2: 19.27 ha net, FAR 1.82, green ratio 35 %, about 350,700 m² built', () => {
    const own = ledger.rollUps.phase.find(({ key }) => key === 'phase-2');
    expect(Math.abs((own?.netAreaSquareMetres ?? 0) - 192_700)).toBeLessThan(1);
    expect(own?.far).toBeCloseTo(1.82, 2);
    expect((own?.builtGfaSquareMetres ?? 0) / 350_700).toBeCloseTo(1, 2);
    expect(phases[1]?.properties).toMatchObject({
      far: 1.82,
      greenRatioPercent: 35,
      opens: '2023-02',
      openingStatus: 'open',
    });
    for (const { id, properties } of plots.filter(({ properties: p }) => p.phase === 'phase-2'))
      expect(properties.greenRatioMinPercent, id).toBeGreaterThanOrEqual(35);
  });

  it('marks every opening that no source names as planned', () => {
    expect(phases.map(({ properties: p }) => p.openingStatus)).toEqual([
      'open',
      'open',
      'planned',
      'planned',
      'planned',
      'planned',
    ]);
  });

  it('adds up to 5 km² of targets, 50,000 people and 2,000 companies over all four stages', () => {
    expect(sum(phases.map(({ properties: p }) => p.targetGrossAreaSquareMetres))).toBe(5_000_000);
    expect(sum(phases.map(({ properties: p }) => p.people))).toBe(50_000);
    expect(sum(phases.map(({ properties: p }) => p.companies))).toBe(2_000);
    expect([...new Set(phases.flatMap(({ properties: p }) => p.stages ?? []))].sort()).toEqual([...STAGES].sort());
    expect([...new Set(plots.flatMap(({ properties: p }) => p.stage ?? []))].sort()).toEqual([...STAGES].sort());
  });
});

/** A road ends square on the middle of another: its red line reaches sideways only, not past its end. */
function withoutEnds(line: PlaneShape, metres: number): PlaneShape {
  const shorten = (path: Float64Array, end: number, next: number): void => {
    const [x = 0, y = 0, nextX = 0, nextY = 0] = [path[end], path[end + 1], path[next], path[next + 1]];
    const share = Math.min(1, metres / Math.hypot(nextX - x, nextY - y));
    path[end] = x + (nextX - x) * share;
    path[end + 1] = y + (nextY - y) * share;
  };
  const paths = line.paths.map((path) => {
    const copy = Float64Array.from(path);
    shorten(copy, 0, 2);
    shorten(copy, copy.length - 2, copy.length - 4);
    return copy;
  });
  return { ...line, paths };
}

describe('its plots', () => {
  const shapes = new Map(plots.map((plot) => [plot.id, shapeOf(plot)]));

  it('are 150 to 300, with declared net areas as measured', () => {
    expect(plots.length).toBeGreaterThanOrEqual(150);
    expect(plots.length).toBeLessThanOrEqual(300);
    for (const { id, geometry, properties } of plots)
      expect(properties.netAreaSquareMetres, id).toBeCloseTo(measureEllipsoidAreaSquareMetres(geometry), 2);
  });

  it('keep clear of each other and of the red line of every road', () => {
    const list = [...shapes];
    list.forEach(([id, shape], index) => {
      for (const [otherId, other] of list.slice(index + 1))
        if (boxesTouch(shape.box, other.box))
          expect(measureOverlapSquareMetres(shape, other), `${id} and ${otherId}`).toBeLessThan(0.5);
    });
    for (const road of roads) {
      const half = (road.properties.redLineWidthMetres ?? 0) / 2;
      const line = withoutEnds(toPlane(road.geometry, projection), half);
      for (const [id, shape] of list)
        expect(measureDistanceMetres(shape, line), `${id} and ${road.id}`).toBeGreaterThan(half - 0.01);
    }
  });

  it('are compact enough to build on: no sliver', () => {
    for (const { id, geometry } of plots) {
      const area = measureEllipsoidAreaSquareMetres(geometry);
      expect(area, id).toBeGreaterThan(3000);
      const border = borderOf(geometry).map((position) => projection.forward(position));
      const length = sum(
        border
          .slice(1)
          .map(([x, y], index) => Math.hypot(x - (border[index]?.[0] ?? 0), y - (border[index]?.[1] ?? 0))),
      );
      // A square has 1; a strip ten times as long as wide has 0.33.
      expect((4 * Math.sqrt(area)) / length, id).toBeGreaterThan(0.6);
    }
  });

  it('step down from the main road: nothing in a back row may be higher than 60 m', () => {
    for (const [prefix, roadId] of [
      ['WJ-', 'wangjiang-west-road'],
      ['CX-', 'innovation-avenue'],
    ] as const) {
      const road = roads.find(({ id }) => id === roadId);
      if (!road) throw new Error(`No ${roadId}`);
      const line = toPlane(road.geometry, projection);
      const own = plots.filter(({ id }) => id.startsWith(prefix));
      const back = own.filter(({ id }) => {
        const shape = shapes.get(id);
        return shape !== undefined && measureDistanceMetres(shape, line) > 100;
      });
      expect(back.length / own.length, prefix).toBeGreaterThan(0.25);
      for (const { id, properties } of back) expect(properties.heightMaxMetres, id).toBeLessThanOrEqual(60);
    }
  });

  it('have numbers that run on without a gap', () => {
    for (const prefix of new Set(plots.map(({ id }) => id.split('-')[0] ?? ''))) {
      const own = plots.filter(({ id }) => id.startsWith(`${prefix}-`));
      expect(
        own.map(({ id }) => Number(id.split('-')[1])),
        prefix,
      ).toEqual(own.map((_, index) => index + 1));
    }
  });

  it('have controls that no key area contradicts', () => {
    for (const { plot, controls } of ledger.plots.values())
      for (const [control, { contradictory }] of Object.entries(controls))
        expect(contradictory, `${plot} ${control}`).toBe(false);
  });

  it('hold industry to a FAR above 1.0 and a green ratio of at most 10 %', () => {
    const industry = plots.filter(({ properties: p }) => p.landUseCode?.startsWith('1001'));
    expect(industry.length).toBeGreaterThan(20);
    for (const { id, properties: p } of industry) {
      expect(p.farMin, id).toBeGreaterThan(1);
      expect(p.greenRatioMaxPercent, id).toBe(10);
    }
  });
});

describe('its buildings', () => {
  it('stand inside their plots, behind the setback that holds there', () => {
    const plotOf = new Map(plots.map((plot) => [plot.id, plot]));
    for (const building of buildings) {
      const plot = plotOf.get(building.properties.plot ?? '');
      if (!plot) throw new Error(`${building.id} has no plot`);
      const shape = shapeOf(building);
      expect(measureOverlapSquareMetres(shape, shapeOf(plot)), building.id).toBeCloseTo(
        measureOverlapSquareMetres(shape, shape),
        1,
      );
      const border = toPlane({ type: 'LineString', coordinates: borderOf(plot.geometry) }, projection);
      const setback = ledger.plots.get(plot.id)?.controls.setback.min?.value ?? 0;
      expect(measureDistanceMetres(shape, border), building.id).toBeGreaterThan(setback - 0.05);
    }
  });

  it('stand clear of each other', () => {
    const shapes = buildings.map((building) => ({ id: building.id, shape: shapeOf(building) }));
    shapes.forEach(({ id, shape }, index) => {
      for (const other of shapes.slice(index + 1))
        if (boxesTouch(shape.box, other.shape.box))
          expect(measureOverlapSquareMetres(shape, other.shape), `${id} and ${other.id}`).toBeLessThan(0.01);
    });
  });

  it('all keep to height, FAR and density', () => {
    expect(buildings.length).toBeGreaterThan(400);
    const used = [...ledger.plots.values()].filter(({ buildings: own }) => own.length > 0);
    expect(used.filter(({ compliance }) => compliance !== 'within' && compliance !== 'near')).toEqual([]);
  });

  it('reach the least FAR and the least density that hold on their plot', () => {
    const used = [...ledger.plots.values()].filter(({ buildings: own }) => own.length > 0);
    const tooThin = used.flatMap(({ plot, controls, usages }) =>
      usages
        .filter(({ control, actual }) => {
          const least = control === 'far' || control === 'density' ? controls[control].min?.value : undefined;
          return least !== undefined && !((actual ?? 0) >= least);
        })
        .map(({ control, actual }) => `${plot} ${control} ${actual}`),
    );
    expect(tooThin).toEqual([]);
    const halls = used.filter(({ landUseCode }) => landUseCode?.startsWith('1001'));
    expect(halls.length).toBeGreaterThan(20);
    for (const { plot, controls, usages } of halls) {
      expect(controls.density.min?.value, plot).toBeGreaterThanOrEqual(35);
      expect(usages.find(({ control }) => control === 'far')?.actual, plot).toBeGreaterThan(1);
    }
  });

  it('are built in phases 1 to 3 only, with one tower of 99.65 m in phase 3', () => {
    for (const { id, properties } of buildings) {
      const phase = ledger.plots.get(properties.plot ?? '')?.phase;
      const isBuilt = ['phase-1', 'phase-2', 'phase-3'].includes(phase ?? '');
      expect(properties.buildingStatus, id).toBe(isBuilt ? 'built' : 'proposed');
    }
    const towers = buildings.filter(({ properties: p }) => p.heightMetres === 99.65);
    expect(towers.map(({ properties: p }) => ledger.plots.get(p.plot ?? '')?.phase)).toEqual(['phase-3']);
  });
});

describe('its waters', () => {
  it('have the sourced areas of water and park', () => {
    const areaOf = (id: string) => {
      const found = [...water, ...green].find((feature) => feature.id === id);
      return found ? measureEllipsoidAreaSquareMetres(found.geometry) : 0;
    };
    expect(Math.abs(areaOf('boyan-lake') - 533_000)).toBeLessThan(10);
    expect(Math.abs(areaOf('shuxi-lake') - 666_667)).toBeLessThan(10);
    const park = green.find(({ id }) => id === 'boyan-lake-park');
    const outer: Polygon = { type: 'Polygon', coordinates: park ? [borderOf(park.geometry)] : [] };
    expect(Math.abs(measureEllipsoidAreaSquareMetres(outer) - 1_590_000)).toBeLessThan(10);
  });

  it('see lower limits than the land behind them', () => {
    const lake = water.find(({ id }) => id === 'boyan-lake');
    if (!lake) throw new Error('No lake');
    const shore = shapeOf(lake);
    const heights = plots
      .filter(({ id }) => id.startsWith('BY-'))
      .map((plot) => ({
        metres: measureDistanceMetres(shapeOf(plot), shore),
        limit: ledger.plots.get(plot.id)?.controls.height.max?.value ?? 0,
      }));
    for (const { metres, limit } of heights) if (metres < 420) expect(limit).toBeLessThanOrEqual(24);
    expect(Math.max(...heights.map(({ limit }) => limit))).toBeGreaterThan(30);
  });
});
