import { type Plan, type PlotProperties, STAGES } from '../plan/types.ts';
import type { PlotLedger, RollUp, RollUpBy } from './types.ts';

/**
 * What plots of one land use are gathered under: the code, with its scheme before it unless that is the 2023 guide, because
 * the same digits mean different things in different schemes. Empty when the plot states no code.
 */
export function landUseKeyOf(properties: Pick<PlotProperties, 'landUseCode' | 'landUseScheme'>): string {
  const { landUseCode: code, landUseScheme: scheme } = properties;
  if (!code) return '';
  return scheme === undefined || scheme === 'guide-2023' ? code : `${scheme}:${code}`;
}

/** The sums of one key, to which plots are added one by one. */
class Sum {
  readonly #key: string;
  #plotCount = 0;
  #netAreaSquareMetres = 0;
  #gfaCapacitySquareMetres = 0;
  #farAreaSquareMetres = 0;
  #builtGfaSquareMetres = 0;
  #proposedGfaSquareMetres = 0;

  constructor(key: string) {
    this.#key = key;
  }

  add(plot: PlotLedger): void {
    const area = plot.areas.ellipsoidSquareMetres;
    this.#plotCount += 1;
    this.#netAreaSquareMetres += area;
    this.#builtGfaSquareMetres += plot.builtGfaSquareMetres;
    this.#proposedGfaSquareMetres += plot.proposedGfaSquareMetres;
    if (plot.gfaCapacitySquareMetres === undefined) return;
    this.#gfaCapacitySquareMetres += plot.gfaCapacitySquareMetres;
    this.#farAreaSquareMetres += area;
  }

  /** Areas and floor areas added; FAR is Σ capacity ÷ Σ area of the plots that have one. */
  rollUp(): RollUp {
    return {
      key: this.#key,
      plotCount: this.#plotCount,
      netAreaSquareMetres: this.#netAreaSquareMetres,
      gfaCapacitySquareMetres: this.#gfaCapacitySquareMetres,
      farAreaSquareMetres: this.#farAreaSquareMetres,
      builtGfaSquareMetres: this.#builtGfaSquareMetres,
      proposedGfaSquareMetres: this.#proposedGfaSquareMetres,
      ...(this.#farAreaSquareMetres > 0 && { far: this.#gfaCapacitySquareMetres / this.#farAreaSquareMetres }),
    };
  }
}

/**
 * Sums by phase (in sequence), key area (in the plan's order), land use (by key) and stage (in the life cycle's order). Plots
 * that state none are gathered under the empty key, last, so that the parts make the whole; only key areas, which overlap,
 * leave out what none covers.
 */
export class RollUpSums {
  readonly #plan: Plan;
  readonly #total = new Sum('');
  readonly #sums: Record<RollUpBy, Map<string, Sum>> = {
    phase: new Map(),
    zone: new Map(),
    landUse: new Map(),
    stage: new Map(),
  };

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** @param landUseKey `landUseKeyOf` the plot */
  add(plot: PlotLedger, landUseKey: string): void {
    this.#total.add(plot);
    this.#addTo('phase', plot.phase ?? '', plot);
    for (const { zone } of plot.covers) this.#addTo('zone', zone, plot);
    this.#addTo('landUse', landUseKey, plot);
    this.#addTo('stage', plot.stage ?? '', plot);
  }

  finish(): { total: RollUp; rollUps: Record<RollUpBy, RollUp[]> } {
    const { phases, zones } = this.#plan.layers;
    const inSequence = [...phases].sort((a, b) => a.properties.sequence - b.properties.sequence);
    return {
      total: this.#total.rollUp(),
      rollUps: {
        phase: this.#inOrder(
          'phase',
          inSequence.map((phase) => phase.id),
        ),
        zone: this.#inOrder(
          'zone',
          zones.map((zone) => zone.id),
        ),
        landUse: this.#inOrder('landUse', []),
        stage: this.#inOrder('stage', STAGES),
      },
    };
  }

  #addTo(by: RollUpBy, key: string, plot: PlotLedger): void {
    let sum = this.#sums[by].get(key);
    if (!sum) {
      sum = new Sum(key);
      this.#sums[by].set(key, sum);
    }
    sum.add(plot);
  }

  #inOrder(by: RollUpBy, order: readonly string[]): RollUp[] {
    const rank = (key: string): number => {
      const place = order.indexOf(key);
      return key === '' ? order.length + 1 : place < 0 ? order.length : place;
    };
    return [...this.#sums[by]].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)).map(([, sum]) => sum.rollUp());
  }
}
