import { type FigureChange, PLOT_CHANGE_KINDS, type PlanComparison, type PlotChange } from '../core/compare/types.ts';
import type { Plan } from '../core/plan/types.ts';
import { fill } from '../messages/fill.ts';
import type { ReadingMessages } from '../messages/reading.ts';
import { type CellValue, writeCsv } from './plot_csv.ts';

type Words = ReadingMessages['comparison'];
const FIGURES = ['far', 'height', 'gfa', 'area'] as const;

/** What a phase or a zone is called. */
export type NameOf = (layer: 'phases' | 'zones', id: string) => string;

/** The changed plots, one a row, then the sums by phase and key area: a file that spreadsheets open. */
export function writeComparisonCsv(
  { plots, rollUps }: PlanComparison,
  { columns, kinds, total, noPhase }: Words,
  nameOf: NameOf = (_, id) => id,
): string {
  const figureHeads = (name: string) => [
    fill(columns.beforeOf, { name }),
    fill(columns.afterOf, { name }),
    fill(columns.differenceOf, { name }),
  ];
  const cells = ({ before, after, difference }: FigureChange): CellValue[] => [before, after, difference];
  const rows: CellValue[][] = [
    [
      columns.kind,
      columns.before,
      columns.after,
      columns.phase,
      columns.zones,
      ...FIGURES.flatMap((id) => figureHeads(columns[id])),
    ],
    ...plots.map((change): CellValue[] => [
      kinds[change.kind],
      change.before.join(' '),
      change.after.join(' '),
      change.phase === undefined ? undefined : nameOf('phases', change.phase),
      change.zones.map((zone) => nameOf('zones', zone)).join(' '),
      ...FIGURES.flatMap((id) => cells(change[id])),
    ]),
    [],
    [
      '',
      ...figureHeads(columns.plotCount),
      ...(['far', 'gfa', 'area'] as const).flatMap((id) => figureHeads(columns[id])),
      ...PLOT_CHANGE_KINDS.map((kind) => kinds[kind]),
    ],
  ];
  const parts = [
    ...rollUps.phases.map((part) => ({ name: part.id ? nameOf('phases', part.id) : noPhase, part })),
    ...rollUps.zones.map((part) => ({ name: nameOf('zones', part.id), part })),
    { name: total, part: rollUps.total },
  ];
  for (const { name, part } of parts)
    rows.push([
      name,
      ...cells(part.plotCount),
      ...(['far', 'gfa', 'area'] as const).flatMap((id) => cells(part[id])),
      ...PLOT_CHANGE_KINDS.map((kind) => part.changeCounts[kind]),
    ]);
  return writeCsv(rows);
}

/**
 * The changed plots as GeoJSON in WGS84 degrees: each with its new outline and what became of it; of a removed plot the old one.
 */
export function writeComparisonGeojson({ plots }: PlanComparison, before: Plan, after: Plan): string {
  const old = new Map(before.layers.plots.map((plot) => [plot.id, plot]));
  const young = new Map(after.layers.plots.map((plot) => [plot.id, plot]));
  const lines = plots.flatMap((change) =>
    (change.after.length > 0 ? change.after : change.before).flatMap((number) => {
      const plot = (change.after.length > 0 ? young : old).get(number);
      return plot
        ? [JSON.stringify({ type: 'Feature', id: number, properties: propertiesOf(change), geometry: plot.geometry })]
        : [];
    }),
  );
  return `{"type":"FeatureCollection","features":${lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`}}\n`;
}

function propertiesOf({ kind, before, after, phase, zones, ...figures }: PlotChange): Record<string, unknown> {
  const named = FIGURES.flatMap((id): [string, unknown][] => [
    [`${id}Before`, figures[id].before],
    [`${id}After`, figures[id].after],
    [`${id}Difference`, figures[id].difference],
  ]);
  return { kind, before, after, phase, zones, ...Object.fromEntries(named) };
}
