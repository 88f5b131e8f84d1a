import {
  type FigureChange,
  PLOT_CHANGE_KINDS,
  type PlanComparison,
  type PlotChange,
  type RollUp,
} from '../core/compare/types.ts';
import { featureById } from '../core/plan/feature_by_id.ts';
import type { Plan } from '../core/plan/types.ts';
import { fill } from '../messages/fill.ts';
import type { ReadingMessages } from '../messages/reading.ts';
import { type CellValue, csvLines, roundedForTable, writeCsv } from './plot_csv.ts';
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

/** Changes in one piece of a file. */
const PIECE_CHANGES = 500;

/** The changed plots, one a row, then the sums by phase and key area: a file that spreadsheets open, piece by piece. */
export function* comparisonCsvPieces(
  comparison: PlanComparison,
  words: Words,
  nameOf: NameOf = (_, id) => id,
): Generator<string> {
  const { plots } = comparison;
  const { heading } = plotTable([], words, nameOf);
  yield writeCsv([heading]);
  for (let start = 0; start < plots.length; start += PIECE_CHANGES)
    yield csvLines(plotTable(plots.slice(start, start + PIECE_CHANGES), words, nameOf).rows);
  const sums = sumTable(comparison, words, nameOf);
  yield csvLines([[], sums.heading, ...sums.rows]);
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
    sheet(review.plots.title, plotTable(comparison.plots, words, nameOf)),
    sheet(review.plots.rollUps, sumTable(comparison, words, nameOf)),
  ];
}

function figureHeads(name: string, { columns }: Words): string[] {
  return [columns.beforeOf, columns.afterOf, columns.differenceOf].map((head) => fill(head, { name }));
}

function figureCells({ before, after, difference }: FigureChange): CellValue[] {
  return [before, after, difference];
}

function plotTable(plots: readonly PlotChange[], words: Words, nameOf: NameOf): Table {
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
 * The changed plots as GeoJSON in WGS84 degrees, piece by piece: each with its new outline and what became of it; of a removed plot the old
 * one.
 */
export function* comparisonGeojsonPieces({ plots }: PlanComparison, before: Plan, after: Plan): Generator<string> {
  const linesOf = (change: PlotChange): string[] => {
    const [plan, numbers] = change.after.length > 0 ? [after, change.after] : [before, change.before];
    return numbers.flatMap((id) => {
      const plot = featureById(plan, 'plots', id);
      return plot
        ? [JSON.stringify({ type: 'Feature', id, properties: propertiesOf(change), geometry: plot.geometry })]
        : [];
    });
  };
  yield '{"type":"FeatureCollection","features":[';
  let isFirst = true;
  for (let start = 0; start < plots.length; start += PIECE_CHANGES) {
    const lines = plots.slice(start, start + PIECE_CHANGES).flatMap(linesOf);
    if (lines.length === 0) continue;
    yield `${isFirst ? '' : ','}\n${lines.join(',\n')}`;
    isFirst = false;
  }
  yield isFirst ? ']}\n' : '\n]}\n';
}

function propertiesOf({ kind, before, after, phase, zones, ...figures }: PlotChange): Record<string, unknown> {
  const named = FIGURES.flatMap((id): [string, unknown][] => [
    [`${id}Before`, figures[id].before],
    [`${id}After`, figures[id].after],
    [`${id}Difference`, figures[id].difference],
  ]);
  return { kind, before, after, phase, zones, ...Object.fromEntries(named) };
}
