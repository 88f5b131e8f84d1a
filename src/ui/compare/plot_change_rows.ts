import { PLOT_CHANGE_KINDS, type PlotChange, type PlotChangeKind } from '../../core/compare/types.ts';
import { fieldReader } from '../../core/packing/large_lists.ts';
import { kindOfChange } from '../../map/review/review_marks.ts';
import type { NameOf } from '../../sheet/comparison_files.ts';
import type { ReviewDrawing, ReviewMark } from '../../state/review_drawing.ts';
import { oncePerList } from '../once_per_list.ts';

const CHANGE_COLUMNS = ['plot', 'kind', 'far', 'height', 'gfa', 'area', 'phase', 'zone'] as const;
export type ChangeColumn = (typeof CHANGE_COLUMNS)[number];
export type FigureColumn = Extract<ChangeColumn, 'far' | 'height' | 'gfa' | 'area'>;

export interface ChangeSort {
  column: ChangeColumn;
  direction: 'ascending' | 'descending';
}

export interface ChangeFilter {
  /** None: all. */
  kinds: ReadonlySet<PlotChangeKind>;
  /** Part of a number, a phase's or a key area's name. */
  search: string;
}

/** The order when a column is first clicked: of figures the largest growth first, of words the alphabet. */
export const firstDirection = (column: ChangeColumn): ChangeSort['direction'] =>
  isFigure(column) ? 'descending' : 'ascending';

export function isFigure(column: ChangeColumn): column is FigureColumn {
  return column === 'far' || column === 'height' || column === 'gfa' || column === 'area';
}

/** Old and new number of a changed plot as one text. */
export function plotText({ before, after }: Pick<PlotChange, 'before' | 'after'>): string {
  const [old, young] = [before.join(' + '), after.join(' + ')];
  return old === '' || young === '' || old === young ? young || old : `${old} → ${young}`;
}

/** How many changes of each kind there are, in the kinds' own order; kinds that do not occur are left out. */
export const countKinds = oncePerList(
  (changes: readonly { kind: PlotChangeKind }[]): { kind: PlotChangeKind; count: number }[] => {
    const counts = new Map<PlotChangeKind, number>();
    const kindAt = fieldReader(changes, 'kind') as (place: number) => PlotChangeKind;
    for (let place = 0; place < changes.length; place += 1) {
      const kind = kindAt(place);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return PLOT_CHANGE_KINDS.flatMap((kind) => {
      const count = counts.get(kind) ?? 0;
      return count > 0 ? [{ kind, count }] : [];
    });
  },
);

/** The same of what is drawn on the map, plots apart from the features of other layers. A change of several shapes counts once. */
export const countMarks = oncePerList(
  (
    marks: readonly Pick<ReviewMark, 'kind' | 'change' | 'layer'>[],
  ): { kind: PlotChangeKind; count: number; others: number }[] => {
    const counts = new Map<PlotChangeKind, { count: number; others: number }>();
    const seen = new Set<string>();
    for (const { kind, change, layer } of marks) {
      if (seen.has(change)) continue;
      seen.add(change);
      const own = counts.get(kind) ?? { count: 0, others: 0 };
      own[layer === 'plots' ? 'count' : 'others'] += 1;
      counts.set(kind, own);
    }
    return PLOT_CHANGE_KINDS.flatMap((kind) => {
      const own = counts.get(kind);
      return own ? [{ kind, ...own }] : [];
    });
  },
);

/** The same of a review whose marks are made where they are drawn. */
export const countCompared = oncePerList(
  ({ changes, comparison }: NonNullable<ReviewDrawing['compared']>): ReturnType<typeof countMarks> => {
    const others = new Map<PlotChangeKind, number>();
    for (const change of changes.features) {
      if (comparison && change.layer === 'plots') continue;
      const kind = kindOfChange(change);
      others.set(kind, (others.get(kind) ?? 0) + 1);
    }
    const plots = new Map(countKinds(comparison?.plots ?? []).map(({ kind, count }) => [kind, count]));
    return PLOT_CHANGE_KINDS.flatMap((kind) => {
      const count = plots.get(kind) ?? 0;
      const other = others.get(kind) ?? 0;
      return count + other > 0 ? [{ kind, count, others: other }] : [];
    });
  },
);

export function filterChanges(
  plots: readonly PlotChange[],
  { kinds, search }: ChangeFilter,
  nameOf: NameOf,
): readonly PlotChange[] {
  const wanted = search.trim().toLowerCase();
  if (kinds.size === 0 && wanted === '') return plots;
  const textOf = ({ before, after, phase, zones }: PlotChange): string =>
    [...before, ...after, ...(phase ? [nameOf('phases', phase)] : []), ...zones.map((zone) => nameOf('zones', zone))]
      .join('\n')
      .toLowerCase();
  return plots.filter(
    (change) => (kinds.size === 0 || kinds.has(change.kind)) && (wanted === '' || textOf(change).includes(wanted)),
  );
}

const MANY_ROWS = 20_000;
const byText = new Intl.Collator('zh-CN', { numeric: true });

/** Sorted anew; what has no difference or no name stands last in both directions. Equal rows keep their order. */
export function sortChanges(
  plots: readonly PlotChange[],
  { column, direction }: ChangeSort,
  nameOf: NameOf,
): PlotChange[] {
  // As they come they are in the order of their numbers; to compare a hundred thousand words again would be felt.
  if (column === 'plot' && direction === 'ascending' && plots.length >= MANY_ROWS) return [...plots];
  const sign = direction === 'ascending' ? 1 : -1;
  const rankOf = (change: PlotChange): string | number | undefined => {
    if (isFigure(column)) return change[column].difference;
    if (column === 'plot') return plotText(change);
    if (column === 'kind') return PLOT_CHANGE_KINDS.indexOf(change.kind);
    if (column === 'phase') return change.phase && nameOf('phases', change.phase);
    return change.zones.map((zone) => nameOf('zones', zone)).join(' ') || undefined;
  };
  return plots
    .map((change) => ({ change, value: rankOf(change) }))
    .sort(({ value: a }, { value: b }) => {
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
      return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : byText.compare(String(a), String(b)));
    })
    .map(({ change }) => change);
}
