import { expect, test } from 'vitest';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';
import { dbfOf, shpOf } from '../../support/table_files.ts';

const MOST = 254;
const encode = (text: string) => new TextEncoder().encode(text);
const BANDS = Array.from({ length: 6 }, (_, band) => ({
  name: `第${band}层面`,
  measuredFrom: 'roads/r',
  fromMetres: band,
}));
const NOTE = '地块说明'.repeat(30);
const square = rectangle(0, 0, 50, 50);

/** A polygon's record: type, box, one part, its points clockwise. */
function polygonRecord(ring: readonly (readonly number[])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(48 + ring.length * 16));
  view.setInt32(0, 5, true);
  view.setInt32(36, 1, true);
  view.setInt32(40, ring.length, true);
  for (const [index, [x = 0, y = 0]] of [...ring].reverse().entries()) {
    view.setFloat64(48 + index * 16, x, true);
    view.setFloat64(56 + index * 16, y, true);
  }
  return new Uint8Array(view.buffer);
}

/** A shapefile of one zone whose list and note were cut where the field ends. */
async function readCut(list: string, note: string) {
  const zone = { ...plot('Z', square), properties: { name: '甲', kind: 'core', heightBands: BANDS, note: NOTE } };
  const plan = planOf({ zones: [zone as never] });
  const names = ['id', 'name', 'kind', 'heightBand', 'note'];
  const cells = ['Z', '甲', 'core', list, note].map((text) => encode(text).subarray(0, MOST));
  const dbf = dbfOf(
    names.map((name) => ({ name: encode(name), type: 'C', length: MOST })),
    [{ cells }],
  );
  const { shp } = shpOf([polygonRecord(square.coordinates[0] ?? [])]);
  const files = [
    { name: 'zones.shp', bytes: shp },
    { name: 'zones.dbf', bytes: dbf },
    { name: 'zones.cpg', bytes: encode('UTF-8') },
  ];
  const { candidate, diagnostics } = await readUpdate(plan, files, 'merge');
  return { properties: candidate?.layers.zones[0]?.properties, diagnostics };
}

test('text and lists a shapefile had no room for stay as the plan has them, where they begin as it does', async () => {
  const { properties, diagnostics } = await readCut(JSON.stringify(BANDS, null, 1), NOTE);
  expect(properties).toMatchObject({ heightBands: BANDS, note: NOTE });
  const kept = diagnostics.filter(({ code }) => code === 'value-cut-kept');
  expect(kept.map(({ severity, feature, data }) => [severity, feature, data.field, data.count])).toEqual([
    ['info', 'Z', 'heightBands', 1],
    ['info', 'Z', 'note', 1],
  ]);
});

test('one that differs is refused, or is what the file says', async () => {
  const changed = JSON.stringify(BANDS).replace('第0', '第9');
  expect((await readCut(changed, NOTE)).diagnostics.map(({ code }) => code)).toContain('list-unreadable');
  const other = await readCut('[]', `改${NOTE}`);
  expect(String(other.properties?.note).startsWith('改地块')).toBe(true);
  // A short note that happens to begin as the plan's does was meant.
  expect((await readCut('[]', '地块')).properties?.note).toBe('地块');
});
