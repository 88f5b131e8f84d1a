import {
  type FieldChange,
  type FigureChange,
  PLOT_CHANGE_KINDS,
  type PlanComparison,
  type PlotChange,
  type RollUp,
} from '../core/compare/types.ts';
import { LAYERS } from '../core/plan/fields.ts';
import type { Plan } from '../core/plan/types.ts';
import { excerptOf } from '../core/read/diagnostic_log.ts';
import { commandLineMessagesOf } from '../messages/command_line.ts';
import { fill } from '../messages/fill.ts';
import { formatNumber, formatSigned } from '../messages/format.ts';
import { nameInLanguage } from '../messages/in_language.ts';
import { messagesOf } from '../messages/index.ts';
import type { Language } from '../messages/language.ts';
import { readingMessagesOf } from '../messages/reading.ts';
import { valueInWords } from '../messages/value_words.ts';
import { printable } from './report.ts';

/** Fields of a plot that are named; the rest are counted. */
const NAMED_FIELDS = 6;

/** Two plans held against each other, for people: a line a plot with what changed of it, then the sums that changed. */
export function printComparison(
  { plots, rollUps, changes }: PlanComparison,
  plans: { before: Plan; after: Plan },
  language: Language,
): string {
  const { kinds, columns, total, noPhase, none, otherLayers } = readingMessagesOf(language).comparison;
  const words = commandLineMessagesOf(language).comparison;
  const line = (name: string, parts: readonly string[]) =>
    fill(words.line, { plots: name, what: parts.join(words.separator) });
  const figure = (title: string, change: FigureChange, digits: number) =>
    `${title} ${figureText(change, digits, language)}`;
  const fieldsOf = new Map<string, readonly FieldChange[]>();
  for (const change of changes.features)
    if (change.layer === 'plots' && change.kind === 'changed') fieldsOf.set(change.feature, change.fields);

  const describePlot = ({ kind, before, after, far, height, gfa, area }: PlotChange): string => {
    const [own = '', ...others] = after;
    const changed = others.length === 0 && before.join() === own ? (fieldsOf.get(own) ?? []) : [];
    // A plot's own limit is told beside the one in force only where a key area's stricter one governs.
    const fields = changed.filter(
      (one) =>
        !(one.field === 'farMax' && isSame(one, far)) && !(one.field === 'heightMaxMetres' && isSame(one, height)),
    );
    const titleOf = (title: string, field: string) =>
      fields.some((one) => one.field === field) ? fill(words.inForce, { title }) : title;
    const figures: [string, FigureChange, number][] = [
      [titleOf(columns.far, 'farMax'), far, 2],
      [titleOf(columns.height, 'heightMaxMetres'), height, 1],
      [columns.gfa, gfa, 0],
      [columns.area, area, 0],
    ];
    return line(plotNames(before, after), [
      kinds[kind],
      ...figures.filter(([, change, digits]) => isSeen(change, digits)).map((one) => figure(...one)),
      ...fields.slice(0, NAMED_FIELDS).map((change) => fieldText(change, [plans.after, plans.before], language)),
      ...(fields.length > NAMED_FIELDS ? [fill(words.moreFields, { count: fields.length - NAMED_FIELDS })] : []),
    ]);
  };
  const describeSum = (name: string, { plotCount, changeCounts, far, gfa, area }: RollUp): string =>
    line(name, [
      figure(columns.plotCount, plotCount, 0),
      figure(columns.far, far, 2),
      figure(columns.gfa, gfa, 0),
      figure(columns.area, area, 0),
      ...PLOT_CHANGE_KINDS.flatMap((kind) => (changeCounts[kind] ? [`${kinds[kind]} ${changeCounts[kind]}`] : [])),
    ]);

  const lines = plots.length === 0 ? [none] : plots.map(describePlot);
  lines.push('');
  for (const part of [...rollUps.phases, ...rollUps.zones])
    if (Object.keys(part.changeCounts).length > 0)
      lines.push(describeSum(part.id ? areaName(part.id, plans, language) : noPhase, part));
  lines.push(describeSum(total, rollUps.total));
  const others = changes.features.filter(({ layer }) => layer !== 'plots').length + changes.manifest.length;
  if (others > 0) lines.push(line(otherLayers, [formatNumber(others, language)]));
  return `${lines.map(printable).join('\n')}\n`;
}

/** A phase or key area as people call it, with its id where that is another word. */
function areaName(id: string, { before, after }: { before: Plan; after: Plan }, language: Language): string {
  const areas = [after, before].flatMap(({ layers }) => [...layers.phases, ...layers.zones]);
  const found = areas.find((one) => one.id === id)?.properties;
  const name = nameInLanguage(found, language);
  if (name === undefined || name === id) return id;
  return fill(messagesOf(language).diagnostics.words.nameWithId, { name, id });
}

function plotNames(before: readonly string[], after: readonly string[]): string {
  if (before.join() === after.join()) return before.join(', ');
  return [before, after].map((side) => side.join(', ') || '–').join(' → ');
}

/** Whether a field changed just as a figure of the plot did. */
function isSame(field: FieldChange, figure: FigureChange): boolean {
  return field.before === figure.before && field.after === figure.after;
}

/** Whether a change shows in the digits that are printed. */
function isSeen({ before, after }: FigureChange, digits: number): boolean {
  return before?.toFixed(digits) !== after?.toFixed(digits);
}

function figureText(change: FigureChange, digits: number, language: Language): string {
  const value = (number: number | undefined) => (number === undefined ? '–' : formatNumber(number, language, digits));
  if (!isSeen(change, digits)) return value(change.after);
  const difference = change.difference === undefined ? '' : ` (${formatSigned(change.difference, language, digits)})`;
  return `${value(change.before)} → ${value(change.after)}${difference}`;
}

function fieldText({ field, before, after }: FieldChange, plans: readonly Plan[], language: Language): string {
  const titles: Readonly<Record<string, string>> = messagesOf(language).fields;
  const unit = LAYERS.plots.fields.get(field)?.unit;
  const value = (written: unknown): string => {
    const one = valueInWords(written, { layer: 'plots', field, plans }, language);
    if (one === undefined) return '–';
    if (typeof one === 'string') return one.slice(0, 60);
    if (typeof one !== 'number') return excerptOf(one);
    const number = formatNumber(one, language, unit === 'squareMetres' ? 2 : 6);
    return unit ? `${number}${messagesOf(language).update.units[unit]}` : number;
  };
  const title = Object.hasOwn(titles, field) ? titles[field] : undefined;
  return fill(commandLineMessagesOf(language).comparison.field, {
    title: title ?? field,
    before: value(before),
    after: value(after),
  });
}
