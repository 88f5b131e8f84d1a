/**
 * From a file of plots to what is found in it, as a program of its own: reads the GeoJSON as the app does, checks it, and writes how
 * many findings there are to standard output. Arguments: the file; `overlaps` or `shapes`, the rules that are applied.
 */
import { readFileSync } from 'node:fs';
import { checkPlan } from '../../src/core/check/check_plan.ts';
import { GEOMETRY_RULES } from '../../src/core/check/geometry_rules.ts';
import { deriveLedger } from '../../src/core/control/index.ts';
import { emptyLayers } from '../../src/core/read/read_plan.ts';
import { readUpdate } from '../../src/core/read/read_update.ts';
import { onlyRules } from './only_rules.ts';

const [path = '', what = 'overlaps'] = process.argv.slice(2);
const rules = what === 'overlaps' ? ['plot-overlap'] : GEOMETRY_RULES.map(({ code }) => code);
const manifest = {
  id: 'bench',
  title: { zh: '测速', en: 'Benchmark' },
  version: '1',
  date: '2026-01-01',
  status: 'indicative' as const,
  measuringCrs: 'EPSG:4548',
  layers: { plots: 'plots.geojson' },
  checks: onlyRules(rules),
};
const empty = { manifest, layers: emptyLayers() };
const file = { name: 'plots.geojson', bytes: new Uint8Array(readFileSync(path)) };
const { candidate, diagnostics } = await readUpdate(empty, [file], 'replace');
if (!candidate) throw new Error(`The file is refused: ${JSON.stringify(diagnostics.slice(0, 3))}`);
console.log(checkPlan(candidate, deriveLedger(empty)).length);
