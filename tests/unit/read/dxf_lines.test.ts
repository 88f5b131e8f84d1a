import { describe, expect, it } from 'vitest';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';
import { historyEntryOf } from '../../../src/core/read/history_entry.ts';
import { reportOf } from '../../../src/core/read/interpret_source.ts';
import { openFiles } from '../../../src/core/read/open/open_files.ts';
import { readManifest } from '../../../src/core/read/read_manifest.ts';
import { loadReadingMessages } from '../../../src/messages/reading.ts';
import { joinedLayersLine } from '../../../src/ui/update/across_layers_choice.ts';
import {
  type DrawnRow,
  dxfDrawing,
  dxfPath,
  dxfText,
  formatFile,
  polygonAreaOf,
  rowsOf,
} from '../../support/dxf_drawing.ts';
import { file, planOf } from '../../support/sample_plan.ts';

const numberOf = ({ properties }: DrawnRow) => properties.地块编号;

async function open(content: Uint8Array | string) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { sources, logs } = await openFiles([{ name: 'a.dxf', bytes }], {});
  const diagnostics = logs.flatMap((log) => log.list());
  return { sources, diagnostics, codes: diagnostics.map(({ code }) => code) };
}

const E = 508_956;
const N = 3_523_446;
const line = (layer: string, ...points: [number, number][]) =>
  dxfPath(
    layer,
    points.map(([x, y]): [number, number] => [E + x, N + y]),
  );
const square = (layer: string, x: number, y: number, size: number) =>
  line(layer, [x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]);
const text = (content: string, x: number, y: number) => dxfText('文字', E + x, N + y, content);
const draw = (...entities: string[]) => open(dxfDrawing(entities));

/** Two plots beside each other in five lines. */
const pair = (layer: string) => [
  line(layer, [0, 0], [200, 0]),
  line(layer, [200, 0], [200, 100], [0, 100]),
  line(layer, [0, 100], [0, 0]),
  line(layer, [100, 0], [100, 100]),
];
const numbers = [text('A-01', 50, 50), text('A-02', 150, 50)];

describe('plots drawn as loose lines by ezdxf, with the slips of a hand', () => {
  it('become the areas between the lines', async () => {
    const { sources, codes, diagnostics } = await open(formatFile('drawing-lines.dxf'));
    const plots = rowsOf(sources.find(({ name }) => name === 'a.dxf/地块线'));
    const areas = plots.map((row) => [numberOf(row), polygonAreaOf(row.geometry.coordinates)] as const);
    expect(areas.map(([number]) => number).sort()).toEqual(['B-01', 'B-02', 'B-03', 'B-04', 'B-05', 'B-06', 'B-07']);
    const area = Object.fromEntries(areas);
    for (const number of ['B-01', 'B-04']) expect(area[number]).toBeCloseTo(8000, 6);
    // Moving the foot of one border by 2 cm moves nothing off the southern line, nor does what sticks out of it.
    for (const number of ['B-02', 'B-03']) expect(area[number]).toBeCloseTo(8000, 6);
    expect(area['B-05']).toBeCloseTo(8000 - 400, 6);
    expect(area['B-07']).toBeCloseTo(400, 6);
    // The corner is round, its chords within a millimetre of the arc.
    expect(Math.abs((area['B-06'] ?? 0) - (8000 - 400 + Math.PI * 100))).toBeLessThan(0.04);
    expect(codes).toEqual([
      'dxf-lines-joined',
      'dxf-ends-brought',
      'dxf-faces-unnumbered',
      'dxf-lines-apart',
      'dxf-texts-read',
    ]);
    const dataOf = (code: string) => diagnostics.find((one) => one.code === code)?.data;
    expect(dataOf('dxf-lines-joined')).toEqual({ found: '地块线', count: 7, lines: 14 });
    expect(dataOf('dxf-ends-brought')).toMatchObject({ count: 1 });
    expect(dataOf('dxf-lines-apart')).toEqual({ found: '地块线', gap: 0.4, spot: '509206, 3523526.4' });
    // The streets: the frame of 340 by 200 without the plots, whose corner is round.
    expect(dataOf('dxf-faces-unnumbered')).toMatchObject({ count: 1 });
    const streets = Number(dataOf('dxf-faces-unnumbered')?.areaSquareMetres);
    expect(Math.abs(streets - (340 * 200 - 300 * 160 + 400 - Math.PI * 100))).toBeLessThan(0.04);
  });
});

describe('MPOLYGONs that ezdxf wrote', () => {
  it('are areas with holes and round corners; the region beside them is told', async () => {
    const { sources, codes } = await open(formatFile('drawing-mpolygon.dxf'));
    expect(codes).toEqual(['dxf-not-read']);
    const [ring, corner] = rowsOf(sources[0]);
    expect(ring?.geometry.coordinates).toHaveLength(2);
    expect(polygonAreaOf(ring?.geometry.coordinates ?? [])).toBeCloseTo(8000 - 400, 6);
    const area = polygonAreaOf(corner?.geometry.coordinates ?? []);
    expect(Math.abs(area - (8000 - 400 + Math.PI * 100))).toBeLessThan(0.04);
  });
});

describe('loose lines', () => {
  it('of a layer named after plots are joined without any lettering', async () => {
    const { sources, codes } = await draw(...pair('地块'));
    expect(rowsOf(sources[0]).map(({ geometry }) => polygonAreaOf(geometry.coordinates))).toEqual([10_000, 10_000]);
    expect(codes).toEqual(['dxf-lines-joined']);
  });

  it('of a layer whose name says nothing are joined only where the areas have numbers', async () => {
    const joined = await draw(...pair('0'), ...numbers);
    expect(rowsOf(joined.sources[0]).map(numberOf)).toEqual(['A-01', 'A-02']);
    const unnumbered = await draw(...pair('0'), square('0', 300, 0, 10), text('保留', 50, 50));
    expect(unnumbered.codes).not.toContain('dxf-lines-joined');
    expect(rowsOf(unnumbered.sources.find(({ name }) => name === 'a.dxf/0 (line)'))).toHaveLength(4);
  });

  it('of roads, frames and hidden layers stay lines', async () => {
    for (const layer of ['道路红线', '图框']) {
      const { sources } = await draw(...pair(layer), ...numbers);
      expect(rowsOf(sources[0]).map(({ geometry }) => geometry.type)).toEqual(Array(4).fill('LineString'));
    }
    const hidden = dxfDrawing([...pair('地块'), ...numbers], [{ name: '地块', colour: -7 }]);
    expect((await open(hidden)).codes).not.toContain('dxf-lines-joined');
  });

  it('that repeat plots drawn closed on another layer add none', async () => {
    const closed = [square('用地-R2', 0, 0, 100), square('用地-R2', 100, 0, 100)];
    const { sources, codes } = await draw(...closed, ...pair('界线'), ...numbers);
    expect(codes).not.toContain('dxf-lines-joined');
    expect(rowsOf(sources[0]).map(numberOf)).toEqual(['A-01', 'A-02']);
    expect(rowsOf(sources[1]).map(({ geometry }) => geometry.type)).toEqual(Array(4).fill('LineString'));
  });

  it('that fall short of a corner all meet in it, also where two of them end nearer to each other than to it', async () => {
    const short = (x: number, y: number): [number, number] => [
      (0.02 * x) / Math.hypot(x, y),
      (0.02 * y) / Math.hypot(x, y),
    ];
    const { sources } = await draw(
      line('地块', [-100, 0], [0, 0], [0, -100]),
      line('地块', short(100, 40), [100, 40]),
      line('地块', short(40, 100), [40, 100]),
      line('地块', [-100, 0], [-100, 100], [40, 100], [120, 120], [100, 40], [100, -100]),
      line('地块', [100, -100], [-100, -100], [-100, 0]),
    );
    const areas = rowsOf(sources[0]).map(({ geometry }) => Math.round(polygonAreaOf(geometry.coordinates)));
    expect(areas.sort((a, b) => a - b)).toEqual([7_200, 10_000, 12_000, 12_000]);
  });

  it('beside a closed outline take its border as theirs, and it stays', async () => {
    const beside = line('地块', [100, 0], [200, 0], [200, 100], [100, 100]);
    const { sources, diagnostics } = await draw(square('地块', 0, 0, 100), beside, ...numbers);
    expect(rowsOf(sources[0]).map((row) => [numberOf(row), polygonAreaOf(row.geometry.coordinates)])).toEqual([
      ['A-01', 10_000],
      ['A-02', 10_000],
    ]);
    expect(diagnostics[0]).toMatchObject({ code: 'dxf-lines-joined', data: { count: 1, lines: 1 } });
  });

  it('that divide a closed outline into numbered plots replace it, and say so', async () => {
    const outline = line('地块', [0, 0], [200, 0], [200, 100], [0, 100], [0, 0]);
    const { sources, diagnostics } = await draw(outline, line('地块', [100, 0], [100, 100]), ...numbers);
    expect(rowsOf(sources[0]).map(numberOf)).toEqual(['A-01', 'A-02']);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'dxf-outline-divided',
        pointer: '/LWPOLYLINE/1',
        data: { found: '地块', count: 2 },
      }),
    );
    // A set-back line through a plot with one number divides nothing.
    const crossed = await draw(outline, line('地块', [100, 0], [100, 100]), text('A-01', 50, 50));
    expect(rowsOf(crossed.sources[0]).map(numberOf)).toEqual(['A-01']);
    expect(crossed.codes).not.toContain('dxf-outline-divided');
  });

  it('drawn twice with a few millimetres between enclose no sliver', async () => {
    const { sources } = await draw(...pair('地块'), line('地块', [100.004, 0], [100.004, 100]), ...numbers);
    expect(rowsOf(sources[0]).map(numberOf).sort()).toEqual(['A-01', 'A-02']);
  });

  it('in degrees are joined within the same distance on the ground', async () => {
    const at = (x: number, y: number): [number, number] => [117.1 + x / 95_000, 31.8 + y / 111_000];
    const lines = [
      [at(0, 0), at(200, 0), at(200, 100), at(0, 100), at(0, 0.3)],
      [at(100, 0), at(100, 99.98)],
      [at(300, 0), at(400, 0), at(400, 100)],
    ];
    const { codes, diagnostics } = await open(dxfDrawing(lines.map((points) => dxfPath('地块', points))));
    expect(codes).toEqual(['dxf-lines-joined', 'dxf-ends-brought', 'dxf-lines-apart']);
    // 2 cm were brought together, 30 cm were not.
    expect(diagnostics[1]?.data).toMatchObject({ count: 1 });
    expect(diagnostics[2]?.data.gap).toBeCloseTo(0.3, 1);
  });

  it('in their thousands, each crossing each, are left as they are', async () => {
    const fan = Array.from({ length: 1500 }, (_, index) => {
      const at = (angle: number): [number, number] => [Math.cos(angle) * 500, Math.sin(angle) * 500];
      return line('地块', at(index), at(index * 7));
    });
    const { sources, codes } = await draw(...fan);
    expect(codes).toEqual(['dxf-lines-crowded']);
    expect(rowsOf(sources[0])).toHaveLength(1499);
  });
});

describe('borders that are split between layers', () => {
  /** Two plots: the street's edge on the road layer, the site's boundary on another, the line between them on a third. */
  const SPLIT = [
    line('道路红线', [-50, 0], [250, 0]),
    line('用地边界', [200, 0], [200, 100], [0, 100], [0, 0]),
    line('地块线', [100, 0], [100, 100]),
  ];
  const readSplit = async (entities: readonly string[], joinAcross?: boolean) => {
    const bytes = new TextEncoder().encode(dxfDrawing(entities));
    const choices = joinAcross === undefined ? {} : { 'a.dxf/地块线': { joinAcross } };
    const { sources, logs } = await openFiles([{ name: 'a.dxf', bytes }], choices);
    const diagnostics = logs.flatMap((log) => log.list());
    const areas = sources.flatMap((source) => rowsOf(source)).filter(({ geometry }) => geometry.type === 'Polygon');
    return { sources, diagnostics, areas, codes: diagnostics.map(({ code }) => code) };
  };

  it('are told with what joining them would enclose, and left as they are', async () => {
    const { areas, diagnostics, sources } = await readSplit([...SPLIT, ...numbers]);
    expect(areas).toEqual([]);
    const [told] = diagnostics.filter(({ code }) => code === 'dxf-lines-across');
    expect(told).toMatchObject({ severity: 'warning', data: { apart: 0, together: 2 } });
    expect(told?.data.layers).toEqual([expect.stringMatching(/^(?=.*地块线)(?=.*用地边界).*道路红线$/)]);
    expect(sources[0]?.across).toMatchObject({ apartCount: 0, togetherCount: 2, isDone: false });
  });

  it('become plots on a person’s word; the road’s lines stay the road’s', async () => {
    const { areas, codes, sources } = await readSplit([...SPLIT, ...numbers], true);
    expect(areas.map((row) => [numberOf(row), polygonAreaOf(row.geometry.coordinates)])).toEqual([
      ['A-01', 10_000],
      ['A-02', 10_000],
    ]);
    expect(codes).toContain('dxf-lines-joined-across');
    expect(codes).not.toContain('dxf-lines-across');
    const road = sources.filter(({ name }) => name.includes('道路红线'));
    expect(road.flatMap(rowsOf).map(({ geometry }) => geometry.type)).toEqual(['LineString']);
    // Those that were used up are gone.
    expect(sources.flatMap(rowsOf).filter(({ geometry }) => geometry.type === 'LineString')).toHaveLength(1);
  });

  it('that were joined stand in the history once a drawing, and a plan saved with it is read again', async () => {
    const historyOf = async (joinAcross: boolean) =>
      historyEntryOf('2026-01-01', [], (await readSplit([...SPLIT, ...numbers], joinAcross)).sources.map(reportOf));
    const entry = await historyOf(true);
    expect(entry.joinedLayers).toMatchObject([{ source: 'a.dxf', apartCount: 0, togetherCount: 2 }]);
    expect(entry.joinedLayers?.[0]?.layers).toEqual([expect.arrayContaining(['地块线', '用地边界', '道路红线'])]);
    await loadReadingMessages('zh-CN');
    expect(joinedLayersLine(entry.joinedLayers?.[0] as never, 'zh-CN')).toContain('围成 2 个面');
    expect(await historyOf(false)).not.toHaveProperty('joinedLayers');
    const manifest = { ...planOf({}).manifest, history: [entry] };
    const log = new DiagnosticLog('plan.json');
    expect(readManifest(file('plan.json', JSON.stringify(manifest)), log)?.history).toEqual([entry]);
    expect(log.list()).toEqual([]);
  });

  it('enclose a block that has no line of its own only where it has a number', async () => {
    const block = square('道路红线', 300, 0, 100);
    const another = line('道路红线', [300, 200], [400, 200], [400, 300], [300, 300], [300, 200]);
    const foot = [line('地块线', [300, 50], [400, 50]), text('A-03', 350, 25), text('A-04', 350, 75)];
    const { areas } = await readSplit([...SPLIT, ...numbers, block, ...foot, another], true);
    expect(areas.map(numberOf).filter(Boolean).sort()).toEqual(['A-01', 'A-02', 'A-03', 'A-04']);
  });

  it('divide a closed outline of another layer into numbered plots', async () => {
    const outline = square('用地边界', 0, 0, 200);
    const dividing = line('地块线', [100, 0], [100, 200]);
    const apart = await readSplit([outline, dividing, text('A-01', 50, 50), text('A-02', 150, 50)]);
    expect(apart.codes).toContain('dxf-lines-across');
    const { areas } = await readSplit([outline, dividing, text('A-01', 50, 50), text('A-02', 150, 50)], true);
    expect(areas.map((row) => [numberOf(row), polygonAreaOf(row.geometry.coordinates)])).toEqual([
      ['A-01', 20_000],
      ['A-02', 20_000],
    ]);
  });

  it('are no matter where each layer encloses its plots by itself, or the others only touch', async () => {
    const whole = [...pair('地块'), line('管线', [50, 0], [50, -80])];
    expect((await readSplit([...whole, ...numbers])).codes).not.toContain('dxf-lines-across');
    const frame = [line('图框', [0, 0], [200, 0], [200, 100], [0, 100], [0, 0]), line('地块线', [100, 0], [100, 100])];
    expect((await readSplit([...frame, ...numbers])).codes).not.toContain('dxf-lines-across');
  });
});
