import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveLedger } from '../../../src/core/control/derive_ledger.ts';
import type { Ledger } from '../../../src/core/control/types.ts';
import type { Plan } from '../../../src/core/plan/types.ts';
import { readPlan } from '../../../src/core/read/read_plan.ts';
import { buildTheme } from '../../../src/core/theme/build_theme.ts';
import { categoryColour } from '../../../src/core/theme/colours.ts';
import { shownPlots } from '../../../src/core/theme/filter.ts';
import type { SceneInput } from '../../../src/map/scene.ts';
import { INITIAL_VIEW, type View } from '../../../src/state/view.ts';

/** A plan of a folder of the repository. */
export function planOfFolder(folder: string): Plan {
  const files = readdirSync(folder).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  const { plan } = readPlan(files);
  if (!plan) throw new Error(`${folder} does not hold a plan`);
  return plan;
}

const ledgers = new WeakMap<Plan, Ledger>();

function ledgerOf(plan: Plan): Ledger {
  const ledger = ledgers.get(plan) ?? deriveLedger(plan);
  ledgers.set(plan, ledger);
  return ledger;
}

/** Everything the map needs to draw a view of a plan. */
export function inputOf(plan: Plan, change: Partial<View> = {}, other: Partial<SceneInput> = {}): SceneInput {
  const view: View = { ...INITIAL_VIEW, ...change };
  const ledger = ledgerOf(plan);
  const theme = buildTheme(plan, ledger, view.theme);
  const colours = (layer: 'zones' | 'phases') =>
    new Map(plan.layers[layer].map((feature, index) => [feature.id, categoryColour(index)]));
  return {
    plan,
    ledger,
    theme,
    zoneColours: colours('zones'),
    phaseColours: colours('phases'),
    shown: shownPlots(plan, ledger, theme, view.filters),
    view,
    dark: false,
    spotlight: undefined,
    measure: { tool: 'none', points: [], finished: false },
    measurePointer: undefined,
    ...other,
  };
}
