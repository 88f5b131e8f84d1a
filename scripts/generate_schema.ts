import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LAYER_IDS } from '../src/core/plan/types.ts';
import { loadMessages } from '../src/messages/index.ts';
import { withFieldTables } from './data_format/field_table.ts';
import { layerSchema } from './data_format/layer_schema.ts';

/** Every file the field dictionary is written out to, with what it should hold. */
export function generatedFiles(): { path: string; text: string }[] {
  const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
  const schemas = LAYER_IDS.map((layer) => ({
    path: at(`data/schema/${layer}.schema.json`),
    text: printJson(layerSchema(layer)),
  }));
  const document = at('docs/data-format.md');
  return [...schemas, { path: document, text: withFieldTables(readFileSync(document, 'utf8')) }];
}

/** JSON as the formatter leaves it: lists of plain values on one line. */
function printJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(/\[\s+([^[\]{}]*?)\s+\]/g, (_, items: string) => {
    return `[${items.replace(/,\s+/g, ', ')}]`;
  });
  return `${text}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await loadMessages('en');
  for (const { path, text } of generatedFiles()) writeFileSync(path, text);
}
