import type { Diagnostic } from '../../plan/findings.ts';
import type { SourceFormat, SourceLayer } from '../source.ts';

export interface PartFeature {
  id?: string | number;
  /** null: it cannot be read, and `fault` tells why. */
  geometry: { type: string; coordinates: unknown } | null;
  fault?: Diagnostic;
  properties: Record<string, unknown>;
  pointer: string;
}
/** What belongs together in a file: a CAD layer, a folder. */
export interface Part {
  /** Path of names below the file; may be empty. */
  path: readonly string[];
  isHidden?: boolean;
  features: PartFeature[];
}

type Kind = 'area' | 'line' | 'point';
const KINDS: readonly Kind[] = ['area', 'line', 'point'];

function kindOf({ geometry }: PartFeature): Kind | undefined {
  if (!geometry) return undefined;
  return geometry.type.endsWith('Polygon') ? 'area' : geometry.type.endsWith('LineString') ? 'line' : 'point';
}

/**
 * A source for every part; areas, lines and points of one part are apart, because a layer of the plan has one kind only: the first
 * of them has the part's name, the others say what they are behind it. Sources of a file that holds several are parts of it.
 */
export function layersOfParts(
  file: string,
  format: SourceFormat,
  parts: readonly Part[],
  more: Pick<SourceLayer, 'declaredCrs' | 'encoding' | 'across'>,
): SourceLayer[] {
  const names = new Set<string>();
  const layers = parts.flatMap(({ path, features, isHidden }) => {
    // What has no shape that could be read is with the first kind there is.
    const first = KINDS.find((kind) => features.some((feature) => kindOf(feature) === kind)) ?? 'area';
    const present = KINDS.map((kind) => ({
      kind,
      members: features.filter((feature) => (kindOf(feature) ?? first) === kind),
    }));
    return present
      .filter(({ members }) => members.length > 0)
      .map(({ kind, members }, index): SourceLayer => {
        const own = [file, ...path.map((step) => step.replaceAll('/', '∕'))].join('/');
        return {
          name: uniqueName(index === 0 ? own : `${own} (${kind})`, names),
          file,
          format,
          features: members.map(({ id, geometry, properties }) => ({
            type: 'Feature',
            ...(id !== undefined && { id }),
            geometry,
            properties,
          })),
          shapeFaults: new Map(members.flatMap(({ fault }, at) => (fault ? [[at, [fault]] as const] : []))),
          pointerOf: (at) => members[at]?.pointer ?? '',
          ...(isHidden && { isHidden: true }),
          ...more,
        };
      });
  });
  return layers.length > 1 ? layers.map((layer) => ({ ...layer, isPart: true })) : layers;
}

function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = `${name} #${number}`;
  taken.add(unique);
  return unique;
}
