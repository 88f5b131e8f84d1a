import { CONTROL_RANGES } from '../plan/fields.ts';
import type { Finding } from '../plan/findings.ts';
import type { Plot, Zone } from '../plan/types.ts';
import type { CheckContext } from './rule.ts';

/** Lower and upper limits a plot, a zone or one of its height bands states itself: the lower is not above the upper. */
export function checkControlRange({ plan }: CheckContext): Finding[] {
  return [
    ...plan.layers.plots.flatMap((plot) => checkFeature('plots', plot)),
    ...plan.layers.zones.flatMap((zone) => [...checkFeature('zones', zone), ...checkBands(zone)]),
  ];
}

function checkFeature(layer: 'plots' | 'zones', feature: Plot | Zone): Finding[] {
  return CONTROL_RANGES.flatMap(({ minimum, maximum }) =>
    compareEnds(layer, feature, feature.properties, minimum, maximum, './properties'),
  );
}

function checkBands(zone: Zone): Finding[] {
  return (zone.properties.heightBands ?? []).flatMap((band, index) => {
    const place = `./properties/heightBands/${index}`;
    return [
      ...compareEnds('zones', zone, band, 'heightMinMetres', 'heightMaxMetres', place),
      ...compareEnds('zones', zone, band, 'fromMetres', 'toMetres', place),
    ];
  });
}

function compareEnds<Name extends string>(
  layer: 'plots' | 'zones',
  feature: Plot | Zone,
  record: Partial<Record<Name, unknown>>,
  minimumField: Name,
  maximumField: Name,
  place: string,
): Finding[] {
  const minimum = record[minimumField];
  const maximum = record[maximumField];
  if (typeof minimum !== 'number' || typeof maximum !== 'number' || minimum <= maximum) return [];
  return [
    {
      code: 'control-range',
      severity: 'error',
      layer,
      feature: feature.id,
      pointer: `${place}/${minimumField}`,
      data: { field: minimumField, otherField: maximumField, minimum, maximum },
      evidence: feature.geometry,
    },
  ];
}
