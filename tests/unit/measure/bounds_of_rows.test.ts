import { expect, test } from 'vitest';
import { boundsOf, boundsOfPlan } from '../../../src/core/measure/bounds.ts';
import { packLarge, unpackAsRows } from '../../../src/core/packing/pack_large.ts';
import type { Plan } from '../../../src/core/plan/types.ts';
import { planOf, plot, rectangle, zone } from '../../support/sample_plan.ts';

test('the bounds of a plan in columns are those of its shapes, none of which is made for them', async () => {
  const plots = Array.from({ length: 2500 }, (_, index) =>
    plot(`P-${index}`, rectangle((index % 50) * 40, Math.floor(index / 50) * 30, 35, 25)),
  );
  const { bounds: _, ...manifest } = planOf({}).manifest;
  const made = planOf({ plots, zones: [zone('Z', rectangle(-20, 10, 5, 5))] });
  const packed = packLarge({ plan: { ...made, manifest } });
  const { plan } = await unpackAsRows(packed, async () => undefined);
  // A shape is made anew each time it is asked for: here none may be.
  const untouchable = {
    get geometry(): never {
      throw new Error('A shape was made.');
    },
  };
  plan.layers.plots.fill(untouchable as unknown as Plan['layers']['plots'][number]);
  expect(boundsOfPlan(plan)).toEqual(boundsOf([...made.layers.zones, ...plots].map(({ geometry }) => geometry)));
});
