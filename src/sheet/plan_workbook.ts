import { LAYERS } from '../core/plan/fields.ts';
import { matchField } from '../core/plan/match_field.ts';
import type { LayerId, Plan } from '../core/plan/types.ts';
import { holdsList } from '../core/read/fields/read_list.ts';
import { wordOf } from '../core/read/fields/read_word.ts';
import { columnNameOf } from '../core/read/tables/column_names.ts';
import { messagesOf } from '../messages/index.ts';
import type { Language } from '../messages/language.ts';
import { listText } from '../messages/list_text.ts';
import { readingMessagesOf } from '../messages/reading.ts';
import type { WorkbookSheet } from './workbook.ts';

type Cell = WorkbookSheet['rows'][number][number];
const UNIT_SIGNS: Readonly<Record<string, string>> = { metres: 'm', squareMetres: 'm²', percent: '%' };

/**
 * A plan's attributes, one sheet a layer and one row a feature, in words of a language: what a planner fills in and gives back. Read
 * again it is joined by number and means the same. The words about files must be loaded.
 */
export function planSheets(plan: Plan, layers: readonly LayerId[], language: Language): WorkbookSheet[] {
  return layers.map((layer) => {
    const features = plan.layers[layer];
    const occurring = new Set(features.flatMap(({ properties }) => Object.keys(properties)));
    const known = [...LAYERS[layer].fields.keys()].filter((field) => occurring.has(field));
    const own = [...occurring].filter((field) => !LAYERS[layer].fields.has(field));
    const fields = [...known, ...own];
    const { numberTitles, sheetTitles } = readingMessagesOf(language).drawingsTables;
    return {
      name: sheetTitles[layer],
      heading: [numberTitles[layer], ...fields.map((field) => titleOf(layer, field, language))],
      rows: features.map(({ id, properties }) => {
        const values = new Map<string, unknown>(Object.entries(properties));
        return [id, ...fields.map((field) => cellOf(layer, field, values.get(field), language))];
      }),
    };
  });
}

/** A field's title with its unit; its own name where the title would not be understood again. */
function titleOf(layer: LayerId, field: string, language: Language): string {
  const spec = LAYERS[layer].fields.get(field);
  if (!spec) return field;
  const own: Readonly<Record<string, string>> = readingMessagesOf(language).drawingsTables.columnTitles;
  const titles: Readonly<Record<string, string>> = messagesOf(language).fields;
  const title = (own[field] ?? titles[field] ?? field).replace(/\s*[（(](.+)[）)]$/, '-$1');
  if (matchField(layer, columnNameOf(title).name)?.to !== field) return field;
  const unit = UNIT_SIGNS[spec.unit ?? ''];
  if (unit === undefined) return title;
  return language === 'en' ? `${title} (${unit})` : `${title}（${unit}）`;
}

function cellOf(layer: LayerId, field: string, value: unknown, language: Language): Cell {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const spec = LAYERS[layer].fields.get(field);
  const word = (one: string) => (language === 'en' ? one : wordOf(field === 'stages' ? 'stage' : field, one));
  if (typeof value === 'string') return spec?.kind === 'choice' ? word(value) : value;
  const isPlainList =
    Array.isArray(value) && value.every((item) => typeof item === 'string' && !/[\s,，、;；|/]/.test(item));
  if (spec && holdsList(spec) && spec.kind !== 'heightBands' && isPlainList)
    return listText(
      value.map((item: string) => (spec.kind === 'choices' ? word(item) : item)),
      language,
    );
  return JSON.stringify(value);
}
