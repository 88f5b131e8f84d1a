import {
  type FigureChange,
  PLOT_CHANGE_KINDS,
  type PlanComparison,
  type PlotChange,
  type RollUp,
} from '../core/compare/types.ts';
import type { Plan } from '../core/plan/types.ts';
import { fill } from '../messages/fill.ts';
import type { ReadingMessages } from '../messages/reading.ts';
import { type CellValue, roundedForTable, writeCsv } from './plot_csv.ts';
import type { WorkbookSheet } from './workbook.ts';

type Words = ReadingMessages['comparison'];
const FIGURES = ['far', 'height', 'gfa', 'area'] as const;

/** What a phase or a zone is called. */
export type NameOf = (layer: 'phases' | 'zones', id: string) => string;

/** A table as rows of cells. */
interface Table {
  heading: string[];
  rows: CellValue[][];
}

/** The changed plots, one a row, then the sums by phase and key area: a file that spreadsheets open. */
export function writeComparisonCsv(comparison: PlanComparison, words: Words, nameOf: NameOf = (_, id) => id): string {
  const plots = plotTable(comparison, words, nameOf);
  const sums = sumTable(comparison, words, nameOf);
  return writeCsv([plots.heading, ...plots.rows, [], sums.heading, ...sums.rows]);
}

/** The same as the sheets of a workbook, numbers with the decimals that are read. */
export function comparisonSheets(
  comparison: PlanComparison,
  { comparison: words, review }: Pick<ReadingMessages, 'comparison' | 'review'>,
  nameOf: NameOf,
): WorkbookSheet[] {
  const sheet = (name: string, { heading, rows }: Table): WorkbookSheet => ({
    name,
    heading,
    rows: rows.map((cells) => cells.map((cell) => (typeof cell === 'number' ? roundedForTable(cell) : cell))),
  });
  return [
    sheet(review.plots.title, plotTable(comparison, words, nameOf)),
    sheet(review.plots.rollUps, sumTable(comparison, words, nameOf)),
  ];
}

function figureHeads(name: string, { columns }: Words): string[] {
  return [columns.beforeOf, columns.afterOf, columns.differenceOf].map((head) => fill(head, { name }));
}

function figureCells({ before, after, difference }: FigureChange): CellValue[] {
  return [before, after, difference];
}

function plotTable({ plots }: PlanComparison, words: Words, nameOf: NameOf): Table {
  const { columns, kinds } = words;
  return {
    heading: [
      ...[columns.kind, columns.before, columns.after, columns.phase, columns.zones],
      ...FIGURES.flatMap((id) => figureHeads(columns[id], words)),
    ],
    rows: plots.map((change) => [
      kinds[change.kind],
      change.before.join(' '),
      change.after.join(' '),
      change.phase === undefined ? undefined : nameOf('phases', change.phase),
      change.zones.map((zone) => nameOf('zones', zone)).join(' '),
      ...FIGURES.flatMap((id) => figureCells(change[id])),
    ]),
  };
}

function sumTable({ rollUps }: PlanComparison, words: Words, nameOf: NameOf): Table {
  const { columns, kinds, total, noPhase } = words;
  const figures = ['plotCount', 'far', 'gfa', 'area'] as const;
  const row = (name: string, part: RollUp): CellValue[] => [
    name,
    ...figures.flatMap((id) => figureCells(part[id])),
    ...PLOT_CHANGE_KINDS.map((kind) => part.changeCounts[kind]),
  ];
  return {
    heading: [
      columns.part,
      ...figures.flatMap((id) => figureHeads(columns[id], words)),
      ...PLOT_CHANGE_KINDS.map((kind) => kinds[kind]),
    ],
    rows: [
      ...rollUps.phases.map((part) => row(part.id ? nameOf('phases', part.id) : noPhase, part)),
      ...rollUps.zones.map((part) => row(nameOf('zones', part.id), part)),
      row(total, rollUps.total),
    ],
  };
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
