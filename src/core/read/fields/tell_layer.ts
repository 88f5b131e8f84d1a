import { isLayerId, LAYERS, PLOT_NUMBER_FIELDS } from '../../plan/fields.ts';
import { isAliasOf } from '../../plan/match_field.ts';
import { LAYER_IDS, type LayerId, type Plan } from '../../plan/types.ts';
import { textOfId } from '../feature_id.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { SourceLayer } from '../source.ts';
import { baseNameOf } from './layer_name.ts';
import { ShapeCache } from './shape_cache.ts';

/** Words a file's name may hold, in the order they are looked for: 地块 goes before 用地分期 and the like would. */
const NAME_WORDS: readonly (readonly [LayerId, readonly string[]])[] = [
  ['plots', ['plot', 'parcel', '地块', '用地', '宗地']],
  ['buildings', ['building', '建筑']],
  ['phases', ['phase', '分期', '期次']],
  ['zones', ['zone', 'key_area', '重点区', '片区', '分区']],
  ['metro', ['metro', 'subway', '地铁', '轨道']],
  ['roads', ['road', 'street', '道路', '路网']],
  ['water', ['water', 'lake', 'river', '水系', '水域', '湖', '河']],
  ['green', ['green', 'park', '绿地', '公园']],
  ['landmarks', ['landmark', 'poi', '地标']],
];

/** Fields that occur in one layer only, and so give a layer away. */
const TELLING_FIELDS: ReadonlyMap<string, LayerId> = new Map([
  ...LAYER_IDS.flatMap((layer) =>
    [...LAYERS[layer].fields.keys()]
      .filter((field) => LAYER_IDS.every((other) => other === layer || !LAYERS[other].fields.has(field)))
      // Words any GIS file may use for something of its own.
      .filter((field) => !['kind', 'use', 'stage', 'stages', 'phase', 'plot', 'sequence'].includes(field))
      .map((field) => [field, layer] as const),
  ),
  ...PLOT_NUMBER_FIELDS.slice(1).map((field) => [field, 'plots'] as const),
]);

/**
 * The layer of the features that name none: told by the fields they have, else by the file's name, else by whose ids they carry.
 * Undefined when nothing tells, or when the signs contradict each other.
 */
export function tellLayer(
  features: readonly SoundFeature[],
  fileName: string,
  plan: Plan | undefined,
): LayerId | undefined {
  const candidates = [layerByFields(features), layerByName(fileName, plan), plan && layerByIds(features, plan)];
  // A sign that fits no geometry still stands where there is no other: the reader then says that the geometry is wrong.
  return candidates.find((layer) => fits(layer, features)) ?? candidates.find((layer) => layer !== undefined);
}

/** Whether a CAD layer's name says that it holds what stands beside a plan: lettering, frames, dimensions. */
export function isBesideThePlan(layer: string): boolean {
  return BESIDE_THE_PLAN.test(layer);
}

const BESIDE_THE_PLAN =
  /标注|注记|文字|图框|图例|图签|标题|尺寸|说明|轴网|表格|(?:^|[^a-z])(?:dim|text|txt|anno|frame|legend|title|defpoints|axis|grid)/i;

/**
 * The layer of one of many parts of a drawing or a tree of folders. Only a sign that fits the part's shapes counts. A CAD layer's
 * name goes before the fields, because the texts that stand in an outline may be another's; a folder's after them, because people
 * name folders as they like. Of nested folders the innermost speaks first.
 */
export function tellPartLayer(
  features: readonly SoundFeature[],
  source: Pick<SourceLayer, 'name' | 'file' | 'format'>,
  plan: Plan | undefined,
): LayerId | undefined {
  const isDrawing = source.format === 'dxf';
  const folders = source.name.slice(source.file.length).split('/').filter(Boolean).reverse();
  if (!isDrawing) folders.push(baseNameOf(source.file));
  if (isDrawing && isBesideThePlan(folders[0] ?? '')) return undefined;
  const named = folders.map((folder) => layerByName(folder, plan));
  const byFields = layerByFields(features);
  const byIds = plan && layerByIds(features, plan);
  const candidates = isDrawing ? [...named, byFields, byIds] : [byFields, ...named, byIds];
  return candidates.find((layer) => fits(layer, features));
}

function fits(layer: LayerId | undefined, features: readonly SoundFeature[]): layer is LayerId {
  return (
    layer !== undefined &&
    (features.length === 0 || features.some((feature) => LAYERS[layer].geometryTypes.includes(feature.geometry.type)))
  );
}

/** What a sheet or file is called that holds one layer: its id, or its title. */
const TITLES: ReadonlyMap<string, LayerId> = new Map([
  ...LAYER_IDS.map((layer) => [layer, layer] as const),
  ['key areas', 'zones'],
  ['重点区域', 'zones'],
  ['分期', 'phases'],
  ['水域', 'water'],
  ['绿地', 'green'],
  ['道路', 'roads'],
  ['轨道交通', 'metro'],
  ['地块', 'plots'],
  ['建筑', 'buildings'],
  ['地标', 'landmarks'],
]);

/**
 * The layer a table's rows belong to: told by the sheet's or file's own name where that is a layer's, else by the columns, the ids, or
 * words in the name; undefined where nothing tells.
 */
export function tellTableLayer(rows: readonly SoundFeature[], name: string, plan: Plan): LayerId | undefined {
  const own = TITLES.get(
    baseNameOf(name)
      .replace(/\.\w+$/, '')
      .trim()
      .toLowerCase(),
  );
  return own ?? layerByFields(rows) ?? layerByIds(rows, plan) ?? layerByName(name, plan);
}

function layerByFields(features: readonly SoundFeature[]): LayerId | undefined {
  const votes = new Map<LayerId, number>();
  // The same few names come with every feature, and telling what one stands for takes a while.
  const layers = new Map<string, LayerId | undefined>();
  const shapes = new ShapeCache((names) => {
    for (const name of names) if (!layers.has(name)) layers.set(name, TELLING_FIELDS.get(name) ?? layerByAlias(name));
    const told = new Set(names.flatMap((name) => layers.get(name) ?? []));
    const [only] = told;
    return told.size === 1 ? only : undefined;
  });
  for (const { properties } of features) {
    const only = shapes.of(properties);
    if (only) votes.set(only, (votes.get(only) ?? 0) + 1);
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  // A few strays do not make a file ambiguous; a second party does.
  return first && (!second || first[1] >= 10 * second[1]) ? first[0] : undefined;
}

/** Indicators that plots and zones share are a plot's in planners' files; a plot's number is carried by its buildings too. */
function layerByAlias(field: string): LayerId | undefined {
  const layers = LAYER_IDS.filter((layer) => isAliasOf(layer, field));
  if (layers.length === 1) return layers[0];
  return layers.length === 2 && layers.includes('plots') && layers.includes('zones') ? 'plots' : undefined;
}

/** The layer a file, folder or CAD layer is named after: the plan's own file of that name, else by the words in it. */
export function layerByName(fileName: string, plan: Plan | undefined): LayerId | undefined {
  // A car park is no park.
  const name = baseNameOf(fileName).toLowerCase().replaceAll('parking', '');
  const manifestFiles = Object.entries(plan?.manifest.layers ?? {});
  const own = manifestFiles.find(([, file]) => baseNameOf(file).toLowerCase() === name)?.[0];
  if (isLayerId(own)) return own;
  return NAME_WORDS.find(([, words]) => words.some((word) => name.includes(word)))?.[0];
}

function layerByIds(features: readonly SoundFeature[], plan: Plan): LayerId | undefined {
  const ids = new Set(features.map((feature) => textOfId(feature.id) ?? textOfId(feature.properties.id) ?? ''));
  const matches = LAYER_IDS.map((layer) => ({
    layer,
    count: plan.layers[layer].filter((feature) => ids.has(feature.id)).length,
  })).filter(({ count }) => count * 2 > features.length);
  return matches.length === 1 ? matches[0]?.layer : undefined;
}
