import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPlan } from '../../../src/core/check/check_plan.ts';
import { deriveLedger } from '../../../src/core/control/index.ts';
import type { Finding } from '../../../src/core/plan/findings.ts';
import type { Plot } from '../../../src/core/plan/types.ts';
import { planOfPlots, plantedPlots } from '../../support/planted_plots.ts';
import { POSTGIS_PROGRAMS, type PostGis, startPostGis } from '../../support/postgis.ts';

/** Rings that PostGIS calls invalid, by the codes we call them. */
const INVALID = new Set([
  'geometry-self-crossing',
  'geometry-ring-touching',
  'geometry-hole-outside',
  'geometry-hole-nested',
  'geometry-parts-overlap',
]);

function wktOf({ geometry }: Plot): string {
  if (geometry.type !== 'Polygon') throw new Error('The planted plots are polygons');
  const rings = geometry.coordinates.map((ring) => `(${ring.map(([x, y]) => `${x} ${y}`).join(',')})`);
  return `SRID=4326;POLYGON(${rings.join(',')})`;
}

function found(plots: readonly Plot[]): Finding[] {
  const plan = planOfPlots(plots);
  return checkPlan(plan, deriveLedger(plan));
}

/** PostGIS (GEOS, PROJ) is an opinion of its own on the same plots: apt-get install postgresql-15-postgis-3. */
describe.skipIf(!POSTGIS_PROGRAMS)('PostGIS (skipped where it is not installed) and the checks agree', () => {
  let postgis: PostGis;
  beforeAll(() => {
    postgis = startPostGis();
  }, 120_000);
  afterAll(() => postgis?.stop());

  test.each([
    [1_000, 0],
    [1_000, 1e-9],
    [10_000, 1e-9],
  ])('on %i plots with noise of %f degrees', { timeout: 300_000 }, (count, jitterDegrees) => {
    const { plots } = plantedPlots(count, { jitterDegrees });
    postgis.query('drop table if exists raw; create table raw (id text, degrees geometry);');
    postgis.load(
      'raw',
      plots.map((plot) => [plot.id, wktOf(plot)]),
    );
    postgis.query(`
      drop table if exists plot;
      create table plot as
        select id, g, ST_IsValid(g) as valid, case when ST_IsValid(g) then g else ST_MakeValid(g) end as sound
        from (select id, ST_Transform(degrees, 4548) as g from raw) as placed;
      create index on plot using gist (sound);
      analyze plot;`);
    const findings = found(plots);

    const invalid = postgis.query('select id from plot where not valid order by id;').map(([id]) => id);
    const toldInvalid = findings.filter(({ code }) => INVALID.has(code));
    // Noise opens a touch by a tenth of a millimetre, or makes it a crossing: PostGIS, which knows no tolerance, sees either.
    const touching = new Set(
      toldInvalid.filter(({ code }) => code === 'geometry-ring-touching').map(({ feature }) => feature),
    );
    const certain = (ids: readonly (string | undefined)[]) =>
      [...new Set(ids)].filter((id) => jitterDegrees === 0 || !touching.has(id)).sort();
    expect(certain(toldInvalid.map(({ feature }) => feature))).toEqual(certain(invalid));

    const overlapping = postgis
      .query(`
        select a.id, b.id, ST_Area(ST_Intersection(a.sound, b.sound))
        from plot a join plot b on a.id < b.id and a.sound && b.sound and ST_Intersects(a.sound, b.sound)
        where ST_Area(ST_Intersection(a.sound, b.sound)) > 1
        order by 1, 2;`)
      .map(([a, b, area]) => ({ pair: `${a} ${b}`, area: Number(area) }));
    const told = new Map(
      findings
        .filter(({ code }) => code === 'plot-overlap' || code === 'plot-duplicate')
        .map(({ feature, related, data }) => [`${feature} ${related?.[0]}`, data.areaSquareMetres]),
    );
    expect([...told.keys()].sort()).toEqual(overlapping.map(({ pair }) => pair).sort());
    for (const { pair, area } of overlapping) {
      const ours = told.get(pair);
      if (typeof ours === 'number') expect(Math.abs(ours - area), pair).toBeLessThan(0.05);
    }

    // Holes of the union that no single plot has; a grid of a centimetre closes what the noise leaves open.
    const gaps = postgis
      .query(`
        with whole as (select ST_Union(ST_MakeValid(ST_SnapToGrid(ST_MakePolygon(ST_ExteriorRing((d).geom)), 0.01))) as g
                       from (select ST_Dump(sound) as d from plot) as parts),
             ring as (select ST_DumpRings((ST_Dump(g)).geom) as r from whole)
        select round(ST_Area((r).geom)::numeric, 1) from ring
        where (r).path[1] > 0 and ST_Area((r).geom) > 1 order by 1;`)
      .map(([area]) => Number(area));
    const toldGaps = findings
      .filter(({ code }) => code === 'plot-gap')
      .map(({ data }) => Number(data.areaSquareMetres))
      .sort((a, b) => a - b);
    expect(toldGaps).toHaveLength(gaps.length);
    for (const [index, area] of toldGaps.entries()) expect(Math.abs(area - (gaps[index] ?? 0))).toBeLessThan(1);
  });
});
