import type { SourceLayer } from '../source.ts';
import { readDbf } from './dbf.ts';
import type { FormatInput } from './format.ts';
import { readShp } from './shp.ts';

/** Opens a shapefile: the `.shp` with its `.dbf`, `.prj` and `.cpg`, or a `.dbf` alone as a table. Never rejects. */
export async function openShapefile({ main, companions, log, choices }: FormatInput): Promise<SourceLayer[]> {
  const chosen = Object.hasOwn(choices, main.name) ? choices[main.name]?.encoding : undefined;
  const isTable = /\.dbf$/i.test(main.name);
  const dbf = isTable ? main : companions.get('dbf');
  const text = (ending: string) => {
    const file = companions.get(ending);
    return (
      file &&
      new TextDecoder('utf-8')
        .decode(file.bytes)
        .replace(/^\ufeff/, '')
        .trim()
    );
  };
  const table = dbf && readDbf(dbf.bytes, log, { chosen, cpg: text('cpg') });
  const rows = table?.rows ?? [];
  const shapes = isTable ? rows.map(() => null) : readShp(main.bytes, log);
  if (!isTable && !dbf) log.add({ code: 'shapefile-without-dbf', severity: 'warning', data: {} });
  else if (!isTable && table && rows.length !== shapes.length)
    log.add({
      code: 'shapefile-counts-differ',
      severity: 'error',
      data: { count: shapes.length, rowCount: rows.length },
    });
  const wkt = text('prj');
  return [
    {
      name: main.name,
      file: main.name,
      format: 'shapefile',
      features: shapes.map((geometry, index) => ({
        type: 'Feature',
        geometry,
        properties: rows[index] ?? {},
      })),
      pointerOf: (index) => `/row/${index + 1}`,
      ...(isTable && { isTable }),
      ...(wkt && { declaredCrs: { text: wkt, kind: 'wkt' as const } }),
      ...(table && table.encoding !== 'utf-8' && { encoding: table.encoding }),
    },
  ];
}
