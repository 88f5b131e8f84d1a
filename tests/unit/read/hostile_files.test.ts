import { describe, expect, test } from 'vitest';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';
import { landUseIn } from '../../../src/core/read/fields/land_use_text.ts';
import { readNumber } from '../../../src/core/read/fields/read_number.ts';
import { splinePath } from '../../../src/core/read/formats/dxf/curves.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { sourceOfGrid } from '../../../src/core/read/tables/table_source.ts';
import { dxfDrawing, dxfPath, dxfText } from '../../support/dxf_drawing.ts';
import { file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const PLAN = planOf({ plots: [plot('A-01', rectangle(0, 0, 50, 50), { farMax: 2 })] });
const codesOf = async (name: string, text: string) =>
  (await readUpdate(PLAN, [file(name, text)], 'merge')).diagnostics.map(({ code }) => code);

// Each of these took from ten seconds to minutes; a test that runs longer than vitest allows fails.
describe('a small file that would keep the reader busy for minutes', () => {
  test('a number of 200,000 digits is none', () => {
    for (const text of [`${'1'.repeat(200_000)}m`, `1${' '.repeat(200_000)}1`, '1,'.repeat(100_000)])
      expect(readNumber(text, 'metres')).toEqual({ kind: 'fault', reason: 'unreadable' });
    expect(readNumber(`${' '.repeat(300)}24米`, 'metres')).toMatchObject({ value: 24 });
  });

  test('a land use of 200,000 characters is a name', () => {
    for (const text of [`地${' '.repeat(200_000)}x`, `R2${'-'.repeat(200_000)}x`, `R2${'/R2'.repeat(60_000)}x`])
      expect(landUseIn(text)).toEqual({ name: text });
  });

  test('a cell of 200,000 characters in the first rows is no heading with a unit', async () => {
    for (const text of ['地'.repeat(200_000), `地${'('.repeat(200_000)}`, `地${'-'.repeat(200_000)}x`]) {
      const given = [file('a.csv', `地块编号,备注,${text}\nA-01,${text},1\n`)];
      const { candidate } = await readUpdate(PLAN, given, 'merge');
      expect(candidate?.layers.plots[0]?.properties).toMatchObject({ note: text });
    }
  });

  test('a table of 200,000 columns is cut, and told', async () => {
    const text = `地块编号,${'a,'.repeat(200_000)}\nA-01,${'1,'.repeat(200_000)}`;
    expect(await codesOf('a.csv', text)).toContain('columns-cut');
  });

  test('a quote that never closes is named by its row', async () => {
    const { diagnostics } = await readUpdate(
      PLAN,
      [file('a.csv', `地块编号,容积率\nA-01,"2\n${'A-02,3\n'.repeat(100_000)}`)],
      'merge',
    );
    expect(diagnostics).toMatchObject([{ code: 'csv-quote-open', severity: 'error', pointer: '/row/2' }]);
    expect(await codesOf('b.csv', '地块编号,容积率\nA-01,"2""\n3"')).not.toContain('csv-quote-open');
  });

  test('merged cells that overlap in their thousands are one a column', () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => ({ number: row + 1, cells: [`A-${row}`, '2'] }));
    const merges = rows.map(({ number }) => ({ fromRow: number, toRow: 20_000, fromColumn: 2, toColumn: 2 }));
    const grid = { rows: [{ number: 0, cells: ['地块编号', '容积率'] }, ...rows], merges };
    const source = sourceOfGrid(grid, { name: 'a', file: 'a', format: 'xlsx' }, new DiagnosticLog('a'));
    expect(source?.features).toHaveLength(20_000);
  });

  test('an arc that is named again and again is too large by what the file holds', async () => {
    const arc = Array.from({ length: 20_000 }, (_, step) => [step % 180, 1]);
    const geometries = Array.from({ length: 2000 }, () => ({ type: 'LineString', arcs: [0, 0, 0, 0] }));
    const topology = { type: 'Topology', arcs: [arc], objects: { plots: { type: 'GeometryCollection', geometries } } };
    const codes = await codesOf('a.topojson', JSON.stringify(topology));
    expect(codes.filter((code) => code === 'topojson-too-large')).toHaveLength(1);
  });

  test('a spline of degree 25 with thousands of spans becomes some thousand points', () => {
    const controls = Array.from({ length: 19_000 }, (_, x): [number, number] => [x, (x % 7) * 1e6]);
    const knots = Array.from({ length: 20_000 }, (_, knot) => knot);
    const points = splinePath(25, knots, controls, [], 0.001);
    expect(points.length).toBeGreaterThan(10_000);
    expect(points.length).toBeLessThan(40_000);
  });

  test('a line of a drawing that lies farther out than the earth is round bounds nothing', async () => {
    const lines = Array.from({ length: 5000 }, (_, x) =>
      dxfPath('地块', [
        [x, 0],
        [x, 1],
      ]),
    );
    const far = dxfPath('地块', [
      [1e18, 0],
      [1e18 + 2000, 0],
    ]);
    const plot = [
      dxfPath('地块', [
        [0, 100],
        [50, 100],
        [50, 150],
      ]),
      dxfPath('地块', [
        [50, 150],
        [0, 150],
        [0, 100],
      ]),
      dxfText('文字', 25, 125, 'A-01'),
    ];
    expect(await codesOf('a.dxf', dxfDrawing([...plot, ...lines, far]))).toContain('dxf-lines-joined');
  });

  test('a drawing of 200 layers has its 20,000 lines of lettering read once', async () => {
    const lines = Array.from({ length: 200 }, (_, layer) => {
      const [x, right] = [layer * 100, layer * 100 + 50];
      return dxfPath(`L${layer}`, [
        [x, 0],
        [right, 0],
        [right, 50],
        [x, 50],
        [x, 0.01],
      ]);
    });
    const notes = Array.from({ length: 20_000 }, (_, x) => dxfText('文字', x, 200, `R2 容积率2.5 限高24m 说明${x}`));
    expect(await codesOf('a.dxf', dxfDrawing([...lines, ...notes]))).toContain('dxf-texts-read');
  });
});
