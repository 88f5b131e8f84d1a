import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { LAYER_IDS, type LayerId, type Plan } from '../../src/core/plan/types.ts';
import type { InputFile } from '../../src/core/read/types.ts';
import { writeLayer } from '../../src/core/read/write_plan.ts';

/** Whether `ogr2ogr` can be called: an independent program that writes what planners' programs write. */
export const HAS_GDAL = (() => {
  try {
    execFileSync('ogr2ogr', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** A folder for what GDAL reads and writes, with the plan's layers in it as GeoJSON and as one data source, `plan.vrt`. */
export class GdalFolder {
  readonly folder = mkdtempSync(join(tmpdir(), 'park-plan-'));

  constructor(plan: Plan) {
    const layers = LAYER_IDS.map((layer) => {
      writeFileSync(this.path(`${layer}.geojson`), writeLayer(plan, layer));
      return `<OGRVRTLayer name="${layer}"><SrcDataSource relativeToVRT="1">${layer}.geojson</SrcDataSource><SrcLayer>${layer}</SrcLayer></OGRVRTLayer>`;
    });
    writeFileSync(this.path('plan.vrt'), `<OGRVRTDataSource>${layers.join('')}</OGRVRTDataSource>`);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Converts the plan, or the layers named, with these options of `ogr2ogr`, and gives the files that came of it. */
  convert(out: string, options: readonly string[], layers: readonly LayerId[] = []): InputFile[] {
    mkdirSync(this.path('out'), { recursive: true });
    const target = this.path(join('out', out));
    // Lists become text in formats that have none, as they do in QGIS. What it warns of is what the tests look at.
    execFileSync(
      'ogr2ogr',
      ['-mapFieldType', 'StringList=String', ...options, target, this.path('plan.vrt'), ...layers],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, OGR_GEOJSON_MAX_OBJ_SIZE: '0' },
      },
    );
    return filesIn(target);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function filesIn(path: string): InputFile[] {
  const read = (file: string, name: string) => ({ name, bytes: new Uint8Array(readFileSync(file)) });
  if (statSync(path).isFile()) return [read(path, path.slice(path.lastIndexOf('/') + 1))];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => read(file, relative(path, file)));
}
