import { LAYERS } from '../../core/plan/fields.ts';
import type { LayerId } from '../../core/plan/types.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';

/** What the choices of a field are called, by what a plan writes for them. */
function wordsOf(field: string, language: Language): Readonly<Record<string, string>> | undefined {
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
    case 'greenKind':
    case 'metroKind':
      return inspector.kinds;
    case 'buildingStatus':
      return { built: inspector.built, proposed: inspector.proposed };
    default:
      return undefined;
  }
}

/** A value, or a list of them, of a field that offers a choice, in words; as the plan writes it where there are none. */
export function choiceInWords(
  value: unknown,
  { layer, field }: { layer: LayerId; field: string },
  language: Language,
): unknown {
  const kind = LAYERS[layer].fields.get(field)?.kind;
  const words = kind === 'choice' || kind === 'choices' ? wordsOf(field, language) : undefined;
  if (!words) return value;
  const inWords = (one: unknown): unknown => (typeof one === 'string' && Object.hasOwn(words, one) ? words[one] : one);
  return Array.isArray(value) ? value.map(inWords) : inWords(value);
}
