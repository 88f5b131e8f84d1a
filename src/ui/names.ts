import { featureById } from '../core/plan/feature_by_id.ts';
import { landUseClassOf } from '../core/plan/land_use.ts';
import type { Manifest, Plan, PlanFeature, Plot } from '../core/plan/types.ts';
import type { ClassLabel, ThemeUnit } from '../core/theme/types.ts';
import { fill } from '../messages/fill.ts';
import { formatNumber } from '../messages/format.ts';
import { nameInLanguage, textOf } from '../messages/in_language.ts';
import type { Language } from '../messages/language.ts';
import type { Messages } from '../messages/messages.ts';
import type { FeatureRef } from '../state/view.ts';

/** What a feature is called: its name in the language, else its id. */
export function nameOf(feature: PlanFeature<object>, language: Language): string {
  return nameInLanguage(feature.properties, language) || feature.id;
}

/** The feature a reference names; undefined when the plan has none. */
export function featureOf(plan: Plan, ref: FeatureRef | undefined): PlanFeature | undefined {
  return ref && (featureById(plan, ref.layer, ref.id) as PlanFeature | undefined);
}

/** The name of a feature known by its id, the id itself when the plan has no such feature. A plot goes by its number. */
export function nameOfId(plan: Plan, layer: FeatureRef['layer'], id: string, language: Language): string {
  const feature = layer === 'plots' ? undefined : featureOf(plan, { layer, id });
  return feature ? nameOf(feature, language) : id;
}

/** A feature as findings call it: by its name, plots and buildings by the number that their sentences name too. */
export function nameInFindings(plan: Plan, layer: FeatureRef['layer'], id: string, language: Language): string {
  return layer === 'buildings' ? id : nameOfId(plan, layer, id, language);
}

/** A plot's land use: what the plot itself says, else what its code means, else the code. */
export function landUseNameOf(plot: Plot, manifest: Manifest, language: Language): string {
  const { landUseName, landUseNameEn, landUseCode, landUseScheme } = plot.properties;
  const own = language === 'en' ? landUseNameEn : landUseName;
  if (own) return own;
  const found = landUseClassOf(manifest, landUseScheme, landUseCode);
  if (found) return nameInLanguage(found, language) ?? found.code;
  return landUseName ?? landUseNameEn ?? landUseCode ?? '';
}

/** A legend class in words, without the unit. */
export function classNameOf(label: ClassLabel, words: Messages['browse'], language: Language): string {
  if (label.kind === 'text') return textOf(label.text, language);
  if (label.kind === 'message') return words.classes[label.key];
  const from = label.from === undefined ? undefined : formatNumber(label.from, language);
  const to = label.to === undefined ? undefined : formatNumber(label.to, language);
  if (from === undefined && to === undefined) return words.classes.all;
  if (from === undefined) return fill(words.classes.upTo, { to: to ?? '' });
  if (to === undefined) return fill(words.classes.above, { from });
  return fill(words.classes.between, { from, to });
}

/** The sign behind a number of a theme, with the space its language wants. */
export function withUnit(text: string, unit: ThemeUnit, words: Messages['browse']): string {
  const sign = words.units[unit];
  return sign ? `${text} ${sign}` : text;
}
