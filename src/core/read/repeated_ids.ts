import type { LayerId } from '../plan/types.ts';
import type { DiagnosticLog } from './diagnostic_log.ts';
import type { ReadFeature } from './interpret_source.ts';

/** Reports ids that occur more than once; the first of them stands. */
export function reportRepeatedIds(features: readonly ReadFeature[], log: DiagnosticLog): void {
  const firstOfLayer = new Map<LayerId, Map<string, ReadFeature>>();
  for (const read of features) {
    const { layer, feature } = read;
    let first = firstOfLayer.get(layer);
    if (!first) {
      first = new Map();
      firstOfLayer.set(layer, first);
    }
    const earlier = first.get(feature.id);
    if (earlier === undefined) first.set(feature.id, read);
    else
      log.add({
        code: layer === 'plots' ? 'plot-number-repeated' : 'id-repeated',
        severity: 'error',
        layer,
        feature: feature.id,
        pointer: read.pointer,
        data: { firstPointer: earlier.pointer },
      });
  }
}
