import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../support/command_line.ts';
import { collection, file, MANIFEST, plot, rectangle } from '../../support/sample_plan.ts';

/** Debian keeps its packages for its own interpreter, which another may hide. */
const PYTHON = ['python3', '/usr/bin/python3'].find((python) => {
  try {
    execFileSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

const SCRIPT = `
import json, sys, warnings, openpyxl
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter('always')
    book = openpyxl.load_workbook(sys.argv[1])
sheet = book['地块']
rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
types = [[cell.data_type for cell in row] for row in sheet.iter_rows()]
widths = [sheet.column_dimensions[letter].width for letter in 'AB']
print(json.dumps({'rows': rows, 'types': types, 'freeze': sheet.freeze_panes, 'widths': widths,
                  'bold': sheet['A1'].font.b, 'told': [str(one.message) for one in told]}))
`;

const NAMES = [
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2',
  '@SUM(A1)',
  '00123',
  '2024-01-02',
  '1E5',
  '<b>&"甲"',
  '第一行\n第二行',
  '𠮷',
];

// python3-openpyxl of Debian; where it is not installed the test of the written XML stands in (workbook.test.ts).
test.skipIf(PYTHON === undefined)(
  'openpyxl reads a written workbook as it was meant: no text has become a formula',
  async () => {
    const plots = NAMES.map((name, index) =>
      plot(`A-${index}`, rectangle(index * 60, 0, 50, 50), { name, farMax: 2.5 }),
    );
    const plan = [
      file('p/plan.json', { ...MANIFEST, layers: { plots: 'plots.geojson' } }),
      file('p/plots.geojson', collection(...plots)),
    ];
    const { bytesWritten } = await run(
      ['convert', 'p', '--out', 'a.xlsx', '--language', 'zh-CN'],
      Object.fromEntries(plan.map(({ name, bytes }) => [name, bytes])),
    );
    const folder = mkdtempSync(join(tmpdir(), 'park-plan-'));
    const path = join(folder, 'a.xlsx');
    writeFileSync(path, bytesWritten.get('a.xlsx') ?? new Uint8Array());
    const read = JSON.parse(execFileSync(PYTHON ?? '', ['-c', SCRIPT, path], { encoding: 'utf8' }));
    rmSync(folder, { recursive: true });
    const [heading, ...rows] = read.rows;
    expect(heading.slice(0, 2)).toEqual(['地块编号', '名称']);
    expect(rows.map(([, name]: string[]) => name)).toEqual(NAMES);
    const far = heading.indexOf('容积率上限');
    expect(rows.map((row: unknown[]) => row[far])).toEqual(NAMES.map(() => 2.5));
    expect(read.types.flat()).not.toContain('f');
    expect(read.types.slice(1).map((row: string[]) => [row[1], row[far]])).toEqual(NAMES.map(() => ['s', 'n']));
    expect(read).toMatchObject({ freeze: 'B2', bold: true, told: [] });
    for (const width of read.widths) expect(width).toBeGreaterThan(6);
  },
);
