import { featureById } from '../core/plan/feature_by_id.ts';
import { LAYERS } from '../core/plan/fields.ts';
import type { HeightBand, LayerId, Plan } from '../core/plan/types.ts';
import { bandPlace } from './band_place.ts';
import { fill } from './fill.ts';
import { formatMonth, formatNumber } from './format.ts';
import { nameInLanguage, textOf } from './in_language.ts';
import { messagesOf } from './index.ts';
import type { Language } from './language.ts';

/** Whose value it is, and the plans whose names stand for ids and codes: the first that knows one says what it is called. */
export interface ValueContext {
  layer: LayerId;
  field: string;
  plans: readonly Plan[];
}

/**
 * The value of a field, or a list of them, as people call it: choices, sources, phases, townscape tones, months and height bands in
 * words. What has no words stays as the plan writes it.
 */
export function valueInWords(value: unknown, context: ValueContext, language: Language): unknown {
  const { layer, field, plans } = context;
  const kind = LAYERS[layer].fields.get(field)?.kind;
  if (kind === undefined) return value;
  if (kind === 'heightBands') return isListOfBands(value) ? bandsInWords(value, plans, language) : value;
  const choices = choicesOf(field, language);
  const inWords = (one: unknown): unknown => {
    if (typeof one !== 'string') return one;
    if (kind === 'month') return formatMonth(one, language);
    if (choices) return Object.hasOwn(choices, one) ? choices[one] : one;
    return nameIn(plans, field, one, language) ?? one;
  };
  return Array.isArray(value) ? value.map(inWords) : inWords(value);
}

/** What the choices of a field are called, by what a plan writes for them. */
function choicesOf(field: string, language: Language): Readonly<Record<string, string>> | undefined {
  const { inspector, planStatus } = messagesOf(language).browse;
  if (field.endsWith('Binding')) return { compulsory: inspector.compulsory, guiding: inspector.guiding };
  switch (field) {
    case 'confidence':
      return inspector.confidences;
    case 'status':
      return planStatus;
    case 'stage':
    case 'stages':
      return inspector.stages;
    case 'landUseScheme':
      return inspector.schemes;
    case 'roadClass':
      return inspector.roadClasses;
    case 'kind':
    case 'greenKind':
    case 'metroKind':
    case 'landmarkKind':
      return inspector.kinds;
    case 'buildingStatus':
      return { built: inspector.built, proposed: inspector.proposed };
    case 'openingStatus':
      return inspector.openingStatuses;
    default:
      return undefined;
  }
}

/** What an id or code of another part of the plan is called. */
function nameIn(plans: readonly Plan[], field: string, id: string, language: Language): string | undefined {
  for (const plan of plans) {
    const { sources, palette } = plan.manifest;
    const title = sources?.find((source) => source.id === id)?.title;
    const name =
      field === 'source'
        ? title && textOf(title, language)
        : field === 'townscapeTone'
          ? nameInLanguage(
              palette?.townscapeTones?.find(({ code }) => code === id),
              language,
            )
          : field === 'phase'
            ? nameInLanguage(featureById(plan, 'phases', id)?.properties, language)
            : undefined;
    if (name) return name;
  }
  return undefined;
}

/** Height bands as one text: name, place and limits of each. */
function bandsInWords(bands: readonly HeightBand[], plans: readonly Plan[], language: Language): string {
  const { browse, diagnostics } = messagesOf(language);
  const { atLeast, atMost, none } = diagnostics.words;
  const metres = (value: number): string => `${formatNumber(value, language, 1)} m`;
  return bands
    .map((band) => {
      const { heightMinMetres: minimum, heightMaxMetres: maximum } = band;
      const limits = [
        ...(minimum === undefined ? [] : [fill(atLeast, { minimum: metres(minimum) })]),
        ...(maximum === undefined ? [] : [fill(atMost, { maximum: metres(maximum) })]),
      ].join(diagnostics.words.and);
      const name = nameInLanguage(band, language);
      return fill(name ? browse.inspector.bandLine : browse.inspector.bandUnnamed, {
        name: name ?? '',
        place: bandPlace(band, plans, language),
        limits: limits || none,
      });
    })
    .join(browse.inspector.bandSeparator);
}

/** Only what a reader took for bands is told as bands; anything else is shown as it stands in the file. */
function isListOfBands(value: unknown): value is HeightBand[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((band) => typeof band?.measuredFrom === 'string' && typeof band.fromMetres === 'number')
  );
}
