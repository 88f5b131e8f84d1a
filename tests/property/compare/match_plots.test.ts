import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchPlots } from '../../../src/core/compare/match_plots.ts';
import { measuringProjectionOf } from '../../../src/core/control/index.ts';
import type { Plot } from '../../../src/core/plan/types.ts';
import { PLAN } from '../../support/exported_plots.ts';
import { redrawArea, redrawing } from '../../support/redrawn_outline.ts';

const projection = measuringProjectionOf(PLAN);
const SOME = PLAN.layers.plots.filter((_, index) => index % 4 === 0);

test('plots renumbered and redrawn on their outlines are told as renumbered, each as the plot it was', () => {
  fc.assert(
    fc.property(redrawing, (how) => {
      const redrawn = SOME.map(
        (plot, index): Plot =>
          ({
            ...plot,
            id: `N${index}`,
            geometry: { ...plot.geometry, coordinates: redrawArea(plot.geometry.coordinates, how) },
          }) as Plot,
      );
      const matches = matchPlots(SOME, redrawn, projection);
      expect(matches.filter(({ kind }) => kind !== 'renumbered')).toEqual([]);
      expect(new Map(matches.map(({ before, after }) => [before[0]?.id, after[0]?.id]))).toEqual(
        new Map(SOME.map(({ id }, index) => [id, `N${index}`])),
      );
    }),
    { numRuns: 20 },
  );
});

test('plots that keep their numbers are not reshaped by vertices put on their outlines', () => {
  fc.assert(
    fc.property(redrawing, (how) => {
      const redrawn = SOME.map(
        (plot): Plot =>
          ({
            ...plot,
            geometry: { ...plot.geometry, coordinates: redrawArea(plot.geometry.coordinates, how) },
          }) as Plot,
      );
      const matches = matchPlots(SOME, redrawn, projection);
      expect(matches.filter(({ kind, isReshaped }) => kind !== 'same-number' || isReshaped)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
