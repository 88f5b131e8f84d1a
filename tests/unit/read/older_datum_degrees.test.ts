import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { createProjection } from '../../../src/core/measure/index.ts';
import { consentTo } from '../../../src/core/read/coordinates/consent.ts';
import { systemOf } from '../../../src/core/read/coordinates/systems.ts';
import {
  type Change,
  exported,
  farthestMetres,
  named,
  project,
  readPlots,
  redrawn,
} from '../../support/exported_plots.ts';

const hasProj = spawnSync('cs2cs', ['--version']).error === undefined;

/** Degrees of a datum that lies beside CGCS2000 by so much. */
const onDatum =
  (east: number, north: number): Change =>
  (at) => {
    const [x = 0, y = 0] = project('EPSG:4548')(at);
    return createProjection('EPSG:4548')?.inverse([x - east, y - north]) ?? [];
  };

describe.each([
  ['EPSG:4610', 'GCS_Xian_1980'],
  ['EPSG:4214', 'GCS_Beijing_1954'],
])('degrees declared as %s', (crs) => {
  test('are taken as they stand, and told to be without a datum shift and not to be converted', async () => {
    const { codes, coordinates, candidate } = await readPlots(
      exported(
        redrawn((at) => at),
        named(crs),
        (id) => `new-${id}`,
      ),
    );
    expect(coordinates).toMatchObject({ state: 'converted', crs, how: 'declared' });
    expect(codes).toContain('datum-not-shifted-degrees');
    expect(codes.filter((code) => code.startsWith('coordinates-read'))).toEqual([]);
    expect(farthestMetres(candidate)).toBeLessThan(6);
  });

  test('are shifted by what the plan’s own features measure, on consent', async () => {
    const input = exported(onDatum(112.4, -15.2), named(crs));
    const asIs = await readPlots(input);
    expect(asIs.codes).toContain('datum-not-shifted-degrees');
    expect(asIs.codes).toContain('coordinates-datum-difference');
    const { proposal } = asIs.coordinates ?? {};
    expect(proposal).toMatchObject({ kind: 'constantShift', crs });
    if (!proposal) return;
    const corrected = await readPlots(input, consentTo(proposal));
    expect(farthestMetres(corrected.candidate)).toBeLessThan(0.01);
    expect(corrected.codes.filter((code) => code.startsWith('datum'))).toEqual([]);
  });

  test.skipIf(!hasProj)(
    'are what PROJ makes of them: no shift is known to it (needs cs2cs, Debian package proj-bin)',
    () => {
      const place = [117.0946, 31.834] as const;
      const { stdout } = spawnSync('cs2cs', ['-f', '%.9f', crs, 'EPSG:4490'], {
        input: `${place[1]} ${place[0]}\n`,
        encoding: 'utf8',
      });
      const [latitude, longitude] = stdout.trim().split(/\s+/).map(Number);
      expect(systemOf(crs)?.toWgs84(...place)).toEqual([longitude, latitude]);
    },
  );
});
