import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

/** 合肥市控制性详细规划通则（试行）, 2013: a project has at most three colours. */
const MOST_COLOURS = 3;

/** A plot or zone whose townscape control names more colours than a project may have. */
export function checkTownscapeColours({ plan }: CheckContext): Finding[] {
  return (['plots', 'zones'] as const).flatMap((layer) =>
    plan.layers[layer].flatMap((feature): Finding[] => {
      const colours = feature.properties.townscapeColours ?? [];
      if (colours.length <= MOST_COLOURS) return [];
      return [
        {
          code: 'townscape-colours',
          severity: 'error',
          layer,
          feature: feature.id,
          pointer: './properties/townscapeColours',
          data: { field: 'townscapeColours', count: colours.length, limit: MOST_COLOURS },
          evidence: feature.geometry,
        },
      ];
    }),
  );
}
