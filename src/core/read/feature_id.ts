import { PLOT_NUMBER_FIELDS } from '../plan/fields.ts';
import type { AnyFeature, LayerId, PlanFeature } from '../plan/types.ts';
import { isRecord } from '../value_kinds.ts';
import { baseNameOf } from './fields/layer_name.ts';
import type { SourceLayer } from './source.ts';

const NAMES_OF_ID = ['id'];
const NAMES_OF_NUMBER = ['id', ...PLOT_NUMBER_FIELDS];

/** A feature's id: its own, else that of its properties, else a plot's number. Empty text and objects are none. */
export function idOf(
  feature: { id: unknown; properties: Record<string, unknown> },
  layer: LayerId,
): string | undefined {
  let id = textOfId(feature.id);
  if (id !== undefined) return id;
  const { properties } = feature;
  for (const name of layer === 'plots' ? NAMES_OF_NUMBER : NAMES_OF_ID) {
    if (Object.hasOwn(properties, name)) id = textOfId(properties[name]);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** An id as text; undefined for what is none. */
export function textOfId(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** What to call a feature that may not be one. */
export function featureNameOf(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const properties = isRecord(value.properties) ? value.properties : {};
  return idOf({ id: value.id, properties }, 'plots') ?? textOfId(properties.name);
}

/**
 * An update's properties without what only repeats a feature's layer or id: programs without a place for an id write it among the
 * properties, and some write it twice. Where the present plan has it among them, it stays.
 */
export function withoutBookkeeping(
  { id, properties }: PlanFeature,
  layer: LayerId,
  present: AnyFeature | undefined,
): Record<string, unknown> {
  if (!Object.hasOwn(properties, 'id') && !Object.hasOwn(properties, 'layer')) return properties;
  const own: object = present?.properties ?? {};
  const repeated = ['id', 'layer'].filter(
    (name) =>
      Object.hasOwn(properties, name) &&
      (name === 'layer' ? properties.layer === layer : textOfId(properties.id) === id) &&
      !Object.hasOwn(own, name),
  );
  if (repeated.length === 0) return properties;
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !repeated.includes(name)));
}

/** Whether rows without a number are the format's habit: its programs know a feature by its row. */
export function isTableFormat({ format }: SourceLayer): boolean {
  return !format.startsWith('geojson') && format !== 'topojson';
}

/** What to call a feature of a table that gives it no number: the table's name and the row. */
export function rowIdOf({ name }: SourceLayer, pointer: string): string {
  return `${baseNameOf(name).replace(/\.\w+$/, '')}-${pointer.slice(pointer.lastIndexOf('/') + 1)}`;
}
