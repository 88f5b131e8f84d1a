import { type FieldSpec, HEIGHT_BAND_FIELDS, LAYERS } from '../../src/core/plan/fields.ts';
import { LAYER_IDS, type LayerId } from '../../src/core/plan/types.ts';
import { fieldNotes as notesEn } from '../../src/messages/en/field_notes.ts';
import { messagesOf } from '../../src/messages/index.ts';
import type { Language } from '../../src/messages/language.ts';
import { fieldNotes as notesZh } from '../../src/messages/zh-CN/field_notes.ts';

const WORDS = {
  'zh-CN': {
    head: ['字段', '名称', '类型', '单位', '取值', '说明'],
    required: '**必填**',
    kinds: {
      text: '文本',
      number: '数字',
      integer: '整数',
      choice: '选项',
      choices: '选项列表',
      month: '年月',
      colours: '颜色列表',
      heightBands: '高度分带列表',
    },
    units: {
      metres: '米',
      squareMetres: '平方米',
      percent: '%（0–100）',
      ratio: '–',
      people: '人',
      companies: '家',
      floors: '层',
      spaces: '个',
    },
    geometry: '几何类型',
  },
  en: {
    head: ['Field', 'Title', 'Kind', 'Unit', 'Values', 'What it holds'],
    required: '**required**',
    kinds: {
      text: 'text',
      number: 'number',
      integer: 'whole number',
      choice: 'choice',
      choices: 'list of choices',
      month: 'month',
      colours: 'list of colours',
      heightBands: 'list of height bands',
    },
    units: {
      metres: 'm',
      squareMetres: 'm²',
      percent: '% (0–100)',
      ratio: '–',
      people: 'people',
      companies: 'companies',
      floors: 'floors',
      spaces: 'spaces',
    },
    geometry: 'Geometry',
  },
} as const;

/** The field tables of every layer in one language, as Markdown. */
function fieldTables(language: Language): string {
  const layers = LAYER_IDS.map((layer) => layerTable(layer, language));
  const bands = table(new Map(Object.entries(HEIGHT_BAND_FIELDS)), language);
  const title = messagesOf(language).fields.heightBands;
  return [...layers, `#### ${title} \`heightBands\`\n\n${bands}`].join('\n\n');
}

function layerTable(layer: LayerId, language: Language): string {
  const { geometryTypes, fields } = LAYERS[layer];
  const title = messagesOf(language).diagnostics.words.layer[layer];
  const types = geometryTypes.map((type) => `\`${type}\``).join(', ');
  const sign = language === 'en' ? ': ' : '：';
  return `#### ${title} \`${layer}\`\n\n${WORDS[language].geometry}${sign}${types}\n\n${table(fields, language)}`;
}

function table(fields: ReadonlyMap<string, FieldSpec>, language: Language): string {
  const words = WORDS[language];
  const titles: Record<string, string> = messagesOf(language).fields;
  const notes: Record<string, string> = language === 'en' ? notesEn : notesZh;
  const rows = [...fields].map(([name, spec]) => [
    `\`${name}\``,
    titles[name] ?? '',
    words.kinds[spec.kind] + (spec.required ? ` ${words.required}` : ''),
    spec.unit ? words.units[spec.unit] : '',
    valuesOf(spec),
    notes[name] ?? '',
  ]);
  return [words.head, words.head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function valuesOf({ values, minimum, above, maximum }: FieldSpec): string {
  if (values) return values.map((value) => `\`${value}\``).join(' ');
  return [
    minimum === undefined ? '' : `≥ ${minimum}`,
    above === undefined ? '' : `> ${above}`,
    maximum === undefined ? '' : `≤ ${maximum}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The document with the tables of both languages put between their marks. */
export function withFieldTables(document: string): string {
  return (['zh-CN', 'en'] as const).reduce((text, language) => {
    const open = `<!-- fields ${language} -->`;
    const close = `<!-- end of fields ${language} -->`;
    const from = text.indexOf(open);
    const to = text.indexOf(close);
    if (from < 0 || to < from) throw new Error(`The document has no marks for the fields in ${language}`);
    return `${text.slice(0, from + open.length)}\n\n${fieldTables(language)}\n\n${text.slice(to)}`;
  }, document);
}
