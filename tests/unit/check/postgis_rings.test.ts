import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPlan } from '../../../src/core/check/check_plan.ts';
import { deriveLedger } from '../../../src/core/control/index.ts';
import { POSTGIS_PROGRAMS, type PostGis, startPostGis } from '../../support/postgis.ts';
import { place, planOf, plot } from '../../support/sample_plan.ts';

/** A number from 0 to 1 that looks random and depends on nothing but its arguments. */
function noise(place: number, salt: number): number {
  let hash = Math.imul(place + 1, 374761393) ^ Math.imul(salt + 1, 2246822519);
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

type Corner = readonly [x: number, y: number];

/** An uneven polygon with holes that share vertices with it or with each other: once, twice, along an edge, or in a circle. */
function ringsOf(number: number): Corner[][] {
  const [east, north] = [200 * (number % 20), 200 * Math.floor(number / 20)];
  const at = (degrees: number, radius: number): Corner => [
    east + radius * Math.cos((degrees * Math.PI) / 180),
    north + radius * Math.sin((degrees * Math.PI) / 180),
  ];
  const outer = Array.from({ length: 12 }, (_, side) => at(30 * side, 60 + 20 * noise(number, side)));
  const corner = (side: number) => outer[side % 12] as Corner;
  const side = Math.floor(12 * noise(number, 20));
  const turn = 30 * side;
  const middle = at(0, 0);
  const wedge = (from: number, to: number): Corner[] => [middle, at(from, 30), at(to, 30)];
  const holes: Corner[][][] = [
    [[corner(side), at(turn - 20, 20), at(turn + 20, 20)]],
    [[corner(side), at(turn + 90, 20), corner(side + 6), at(turn - 90, 20)]],
    [[corner(side), corner(side + 1), at(turn + 15, 20)]],
    [wedge(turn, turn + 50), wedge(turn + 120, turn + 170), wedge(turn + 240, turn + 290)],
    [wedge(turn, turn + 50), wedge(turn + 50, turn + 100)],
    [
      [corner(side), at(turn, 30), at(turn + 15, 40)],
      [at(turn, 30), at(turn - 20, 20), at(turn + 20, 10)],
    ],
    [0, 90, 180, 270].map((to) => [at(to, 20), at(to + 45, 40), at(to + 90, 20)]),
  ];
  return [outer, ...(holes[number % holes.length] as Corner[][])];
}

/** apt-get install postgresql-15-postgis-3 */
describe.skipIf(!POSTGIS_PROGRAMS)('PostGIS (skipped where it is not installed) and the checks', () => {
  let postgis: PostGis;
  beforeAll(() => {
    postgis = startPostGis();
  }, 120_000);
  afterAll(() => postgis?.stop());

  test('agree which rings may not touch each other', { timeout: 120_000 }, () => {
    const plots = Array.from({ length: 280 }, (_, number) => {
      const coordinates = ringsOf(number).map((ring) => [...ring, ring[0] as Corner].map(place));
      return plot(`A-${number}`, { type: 'Polygon', coordinates });
    });
    postgis.query('create table plot (id text, shape geometry);');
    postgis.load(
      'plot',
      plots.map(({ id, geometry }) => [
        id,
        `POLYGON(${geometry.coordinates.map((ring) => `(${(ring as number[][]).map((one) => one.join(' ')).join(',')})`).join(',')})`,
      ]),
    );
    const invalid = postgis.query('select id from plot where not ST_IsValid(shape);').map(([id]) => id);
    const plan = planOf({ plots });
    const found = checkPlan(plan, deriveLedger(plan)).filter(({ code }) => code === 'geometry-ring-touching');
    expect(invalid.length).toBeGreaterThan(100);
    expect(found.map(({ feature }) => feature).sort()).toEqual(invalid.sort());
  });
});
