import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { type AnyFeature, LAYER_IDS } from '../../../src/core/plan/types.ts';
import { emptyLayers, setLayer } from '../../../src/core/read/read_plan.ts';
import { GdalFolder } from '../../support/gdal.ts';
import { readFolderPlan } from '../../support/plans.ts';

/*
 * Makes the sample of `gdal_sample.test.ts`: what GDAL wrote of the shortest features of each layer, for machines without GDAL.
 * Run with `npx tsx tests/data/formats/make_round_trip.ts`.
 */
const FEATURES_OF_A_KIND = 2;
const length = (feature: AnyFeature) => JSON.stringify(feature).length;
const whole = readFolderPlan('data/geojson');
const layers = emptyLayers();
for (const layer of LAYER_IDS) {
  const shortest = [...(whole.layers[layer] as AnyFeature[])].sort((a, b) => length(a) - length(b));
  const kinds = new Set(shortest.map(({ geometry }) => geometry.type));
  const of = (kind: string) => shortest.filter(({ geometry }) => geometry.type === kind).slice(0, FEATURES_OF_A_KIND);
  setLayer(layers, layer, [...kinds].flatMap(of));
}
const plan = { ...whole, layers };
const gdal = new GdalFolder(plan);
const out = (name: string) => fileURLToPath(new URL(`round_trip/${name}`, import.meta.url));
const packed = (files: readonly { name: string; bytes: Uint8Array }[]) =>
  zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { mtime: '2026-01-01' });

writeFileSync(out('flatgeobuf-4527.zip'), packed(gdal.convert('fgb', ['-f', 'FlatGeobuf', '-t_srs', 'EPSG:4527'])));
writeFileSync(out('geopackage-4548.zip'), packed(gdal.convert('plan.gpkg', ['-f', 'GPKG', '-t_srs', 'EPSG:4548'])));
const shapefiles = ['-f', 'ESRI Shapefile', '-t_srs', 'EPSG:4498', '-lco', 'ENCODING=GBK'];
const withoutPoints = LAYER_IDS.filter((layer) => layer !== 'metro');
writeFileSync(out('shapefiles-4498.zip'), packed(gdal.convert('shp', shapefiles, withoutPoints)));
const old = ['-f', 'GeoJSON', '-t_srs', 'EPSG:32650', '-lco', 'COORDINATE_PRECISION=4'];
writeFileSync(
  out('geojson-32650.zip'),
  packed(LAYER_IDS.flatMap((layer) => gdal.convert(`${layer}.json`, old, [layer]))),
);
for (const layer of LAYER_IDS) writeFileSync(out(`${layer}.geojson`), readFileSync(gdal.path(`${layer}.geojson`)));
writeFileSync(out('plan.json'), readFileSync(new URL('../../../data/geojson/plan.json', import.meta.url)));
gdal.remove();
