import { featureById } from '../core/plan/feature_by_id.ts';
import { type HeightBand, LAYER_IDS, type Plan } from '../core/plan/types.ts';
import { browseMessagesOf } from './browse.ts';
import { fill } from './fill.ts';
import { formatNumber } from './format.ts';
import { nameInLanguage } from './in_language.ts';
import type { Language } from './language.ts';

/** Where a height band lies: how far from what. */
export function bandPlace(band: HeightBand, plans: readonly Plan[], language: Language): string {
  const words = browseMessagesOf(language).inspector;
  const [first, ...rest] = band.measuredFrom.split('/');
  const layer = LAYER_IDS.find((one) => one === first);
  const id = rest.join('/');
  let name: string | undefined;
  if (layer) for (const plan of plans) name ??= nameInLanguage(featureById(plan, layer, id)?.properties, language);
  const number = (value: number): string => formatNumber(value, language, 1);
  const range =
    band.toMetres === undefined
      ? fill(words.bandBeyond, { from: number(band.fromMetres) })
      : fill(words.bandRange, { from: number(band.fromMetres), to: number(band.toMetres) });
  return fill(words.bandPlace, { feature: name ?? (layer ? id : band.measuredFrom), range });
}
