import { measuringProjectionOf } from '../control/index.ts';
import { measureEllipsoidAreaSquareMetres, type Projection } from '../measure/index.ts';
import { IN_OBJECTS, type Keeper } from '../packing/keeper.ts';
import { PLOT_NUMBER_FIELDS } from '../plan/fields.ts';
import { isAreal } from '../plan/is_areal.ts';
import { type AnyFeature, type Geometry, LAYER_IDS, type LayerId, type Manifest, type Plan } from '../plan/types.ts';
import { isRecord } from '../value_kinds.ts';
import { sameGeometry } from './same_geometry.ts';
import { sameGround } from './same_outline.ts';
import { sameValue } from './same_value.ts';
import type { Changes, FeatureChange, FieldChange } from './types.ts';

/**
 * What happened between two plans, features matched by id within their layer. The order of features and of object keys does not
 * matter, nor where a ring starts and which way it runs, nor what moved by less than 1 cm (`same_outline.ts`). Areas are on the CGCS2000 ellipsoid.
 * @param keeper where it is kept; as objects where absent
 */
export function comparePlans(before: Plan, after: Plan, keeper: Keeper = IN_OBJECTS): Changes {
  const features = keeper.list<FeatureChange>();
  const projection = measuringProjectionOf(after);
  for (const layer of LAYER_IDS)
    for (const change of compareLayer(layer, before.layers[layer], after.layers[layer], projection))
      features.push(change);
  return {
    features: features.finish(),
    manifest: compareValues(withoutHistory(before.manifest), withoutHistory(after.manifest), ''),
  };
}

/** How a plan came about is no part of what it says. */
function withoutHistory({ history: _, ...manifest }: Manifest): Omit<Manifest, 'history'> {
  return manifest;
}

function compareLayer(
  layer: LayerId,
  before: readonly AnyFeature[],
  after: readonly AnyFeature[],
  projection: Projection,
): FeatureChange[] {
  if (before === after) return [];
  const earlier = new Map(before.map((feature) => [feature.id, feature]));
  const changes: FeatureChange[] = [];
  for (const feature of after) {
    const old = earlier.get(feature.id);
    earlier.delete(feature.id);
    const change: FeatureChange | undefined = old
      ? compareFeature(layer, old, feature, projection)
      : { kind: 'added', layer, feature: feature.id, ...areaOf(feature.geometry) };
    if (change) changes.push(change);
  }
  for (const feature of earlier.values())
    changes.push({ kind: 'removed', layer, feature: feature.id, ...areaOf(feature.geometry) });
  return changes.sort((a, b) => (a.feature < b.feature ? -1 : a.feature > b.feature ? 1 : 0));
}

function compareFeature(
  layer: LayerId,
  before: AnyFeature,
  after: AnyFeature,
  projection: Projection,
): FeatureChange | undefined {
  if (before === after) return undefined;
  const fields = compareProperties(before, after);
  const isSame =
    sameGeometry(before.geometry, after.geometry) || sameGround(before.geometry, after.geometry, projection);
  const geometryChanged = !isSame;
  if (fields.length === 0 && !geometryChanged) return undefined;
  const change: FeatureChange = { kind: 'changed', layer, feature: after.id, fields, geometryChanged };
  const oldArea = areaOf(before.geometry).areaSquareMetres;
  const newArea = areaOf(after.geometry).areaSquareMetres;
  if (geometryChanged && oldArea !== undefined && newArea !== undefined)
    change.areaDifferenceSquareMetres = newArea - oldArea;
  return change;
}

function areaOf(geometry: Geometry): { areaSquareMetres?: number } {
  return isAreal(geometry) ? { areaSquareMetres: measureEllipsoidAreaSquareMetres(geometry) } : {};
}

/**
 * What differs of two features with the same number. A layer's name beside its features is how one file holds several layers, and a
 * column that repeats the number is how tables are written: neither is anything that is planned.
 */
export function compareProperties(before: AnyFeature, after: AnyFeature): FieldChange[] {
  return compareFields(
    before.properties as Record<string, unknown>,
    after.properties as Record<string, unknown>,
  ).filter((change) => !isBookkeeping(change, after.id));
}

const NAMES_OF_NUMBER: readonly string[] = ['id', ...PLOT_NUMBER_FIELDS];

/** Whether a field came or went that says nothing the feature does not say without it. */
function isBookkeeping({ field, before, after }: FieldChange, id: string): boolean {
  if (before !== undefined && after !== undefined) return false;
  return field === 'layer' || (NAMES_OF_NUMBER.includes(field) && String(before ?? after) === id);
}

function compareFields(before: Record<string, unknown>, after: Record<string, unknown>): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of memberNames(before, after)) {
    const change = { field, before: own(before, field), after: own(after, field) };
    if (!sameValue(change.before, change.after)) changes.push(change);
  }
  return changes;
}

/** The deepest members that differ, as JSON pointers; lists are compared as a whole, and what is not there has no members. */
function compareValues(before: unknown, after: unknown, pointer: string): FieldChange[] {
  const [old, young] = [before ?? {}, after ?? {}];
  if (isRecord(old) && isRecord(young) && (isRecord(before) || isRecord(after)))
    return memberNames(old, young).flatMap((name) =>
      compareValues(own(old, name), own(young, name), `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    );
  return sameValue(before, after) ? [] : [{ field: pointer, before, after }];
}

function memberNames(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

function own(record: object, name: string): unknown {
  return Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : undefined;
}
