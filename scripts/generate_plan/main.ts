import { mkdirSync, writeFileSync } from 'node:fs';
import { generatePlan, planFiles } from './generate.ts';

const folder = new URL('../../data/geojson/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [file, text] of planFiles(generatePlan())) writeFileSync(new URL(file, folder), text);
