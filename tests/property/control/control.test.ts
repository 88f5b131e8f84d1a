import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveLedger } from '../../../src/core/control/index.ts';
import { CONTROL_IDS } from '../../../src/core/control/types.ts';
import type { Plan, Zone } from '../../../src/core/plan/types.ts';
import { building, plan, plot, zone } from '../../unit/control/small_park.ts';
import { rectangle } from '../../unit/measure/park_shapes.ts';

const ratio = fc.double({ min: 0.1, max: 6, noNaN: true });
const metres = fc.integer({ min: 0, max: 150 });
const controls = fc.record(
  { farMin: ratio, farMax: ratio, heightMinMetres: metres, heightMaxMetres: metres, greenRatioMinPercent: metres },
  { requiredKeys: [] },
) as fc.Arbitrary<Zone['properties']>;
const box = fc
  .tuple(fc.integer({ min: -200, max: 300 }), fc.integer({ min: -200, max: 100 }), fc.integer({ min: 20, max: 600 }))
  .map(([x, y, side]) => rectangle(x, y, side, side));
const zones = fc
  .array(fc.tuple(box, controls), { maxLength: 5 })
  .map((all) => all.map(([shape, own], index) => zone(`z${index}`, shape, own)));
const plots = fc
  .array(
    fc.tuple(
      controls,
      fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
      fc.array(fc.tuple(metres, fc.nat(9000)), { maxLength: 3 }),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((all) => ({
    plots: all.map(([own, phase], index) =>
      plot(`P${index}`, rectangle(index * 90, 0, 80, 60), { ...own, ...(phase ? { phase } : {}) }),
    ),
    buildings: all.flatMap(([, , built], index) =>
      built.map(([heightMetres, gfaSquareMetres], number) =>
        building(`b${index}-${number}`, rectangle(index * 90 + 10 + number * 20, 10, 15, 15), {
          heightMetres,
          gfaSquareMetres,
        }),
      ),
    ),
  }));
const plans: fc.Arbitrary<Plan> = fc
  .tuple(zones, plots)
  .map(([layerZones, rest]) => plan({ zones: layerZones, ...rest }));

describe('the ledger of any plan', () => {
  it('is governed by the strictest of all limits considered', () => {
    fc.assert(
      fc.property(plans, (whole) => {
        for (const entry of deriveLedger(whole).plots.values()) {
          for (const id of CONTROL_IDS) {
            const { min, max, contradictory } = entry.controls[id];
            if (max) expect(max.value).toBe(Math.min(...max.considered.map((limit) => limit.value)));
            if (min) expect(min.value).toBe(Math.max(...min.considered.map((limit) => limit.value)));
            expect(max?.origin).toEqual(max?.considered[0]);
            expect(contradictory).toBe(min !== undefined && max !== undefined && min.value > max.value);
          }
        }
      }),
    );
  });

  it('never loosens when a zone is added', () => {
    fc.assert(
      fc.property(plans, box, controls, (whole, shape, own) => {
        const before = deriveLedger(whole);
        const after = deriveLedger({
          ...whole,
          layers: { ...whole.layers, zones: [...whole.layers.zones, zone('new', shape, own)] },
        });
        for (const [id, entry] of before.plots) {
          for (const control of CONTROL_IDS) {
            const old = entry.controls[control];
            const next = after.plots.get(id)?.controls[control];
            if (old.max) expect(next?.max?.value).toBeLessThanOrEqual(old.max.value);
            if (old.min) expect(next?.min?.value).toBeGreaterThanOrEqual(old.min.value);
          }
        }
      }),
    );
  });

  it('does not depend on the order of zones', () => {
    fc.assert(
      fc.property(plans, (whole) => {
        const turned = deriveLedger({
          ...whole,
          layers: { ...whole.layers, zones: [...whole.layers.zones].reverse() },
        });
        for (const [id, entry] of deriveLedger(whole).plots)
          expect(turned.plots.get(id)?.controls).toEqual(entry.controls);
      }),
    );
  });

  it('adds up: the groups make the whole', () => {
    fc.assert(
      fc.property(plans, (whole) => {
        const { total, rollUps } = deriveLedger(whole);
        for (const groups of [rollUps.phase, rollUps.landUse, rollUps.stage]) {
          const sum = (read: (entry: (typeof groups)[number]) => number) =>
            groups.reduce((all, entry) => all + read(entry), 0);
          expect(sum((entry) => entry.plotCount)).toBe(total.plotCount);
          expect(sum((entry) => entry.netAreaSquareMetres)).toBeCloseTo(total.netAreaSquareMetres, 4);
          expect(sum((entry) => entry.gfaCapacitySquareMetres)).toBeCloseTo(total.gfaCapacitySquareMetres, 4);
          expect(sum((entry) => entry.builtGfaSquareMetres + entry.proposedGfaSquareMetres)).toBe(
            total.builtGfaSquareMetres + total.proposedGfaSquareMetres,
          );
        }
      }),
    );
  });

  it('never calls a plot compliant while a limit or a figure is missing', () => {
    fc.assert(
      fc.property(plans, (whole) => {
        for (const entry of deriveLedger(whole).plots.values()) {
          const isCompliant = entry.compliance === 'within' || entry.compliance === 'near';
          if (isCompliant) for (const usage of entry.usages) expect(usage.missing).toEqual([]);
          expect(entry.compliance === undefined).toBe(entry.buildings.length === 0);
        }
      }),
    );
  });
});
