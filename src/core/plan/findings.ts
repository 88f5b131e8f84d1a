import type { AcceptedFinding, Geometry, LayerId } from './types.ts';

export type Severity = 'error' | 'warning' | 'info';

/**
 * One thing that is wrong, or worth knowing, as data. Its words come from the message table under `code`, filled with `data`.
 * Numbers in `data` are unrounded SI values and their names carry the unit.
 */
export interface Finding {
  /** Stable kebab-case word: the rule's file, function and message key. */
  code: string;
  severity: Severity;
  layer?: LayerId;
  /** RFC 6901, into the file the person loaded (or the layer's file). */
  pointer?: string;
  /** Id of the feature, for a plot its number. */
  feature?: string;
  related?: string[];
  data: Record<string, FindingValue>;
  /** The very spot, in WGS84 degrees. */
  evidence?: Geometry;
  /** Somebody looked at it and lets it stand: why, who and when. */
  accepted?: Pick<AcceptedFinding, 'reason' | 'who' | 'at'>;
}

/** A diagnostic is a finding about a file rather than about the plan. */
export interface Diagnostic extends Finding {
  /** Name of the file. */
  file?: string;
  /** Where it stands in the file's text, from 1, where a program was asked for that. */
  place?: { line: number; column?: number };
  /** Of a summary: all those it stands for. */
  rest?: CompactIssues;
}

/** Diagnostics of one kind in columns, as `core/read/compact_issues.ts` makes and reads them: objects would take ten times as much. */
export interface CompactIssues {
  /** What they have in common. */
  of: Pick<Diagnostic, 'code' | 'severity' | 'layer' | 'file'>;
  count: number;
  features: (string | null)[];
  /** Pointers before and behind the first number in them; null: there is none. */
  pointers: [head: string, tail: string | null][];
  /** Of each issue the place among `pointers` (-1: it has none), and the number. */
  pointerCodes: number[];
  numbers: number[];
  /** Of each member of `data` the values there are, and of each issue the place among them (-1: it has none). */
  data: { name: string; values: FindingValue[]; codes: number[] }[];
  /** What few have. */
  others: ({ at: number } & Pick<Diagnostic, 'related' | 'evidence'>)[];
}

export type FindingValue = string | number | boolean | string[] | null;

/** Data that says which of several findings about one feature this is; figures do not. */
const TELLING_DATA = ['control', 'field', 'value'];

/** Identifies the same finding in two runs, whatever the order of features. */
export function findingKey(finding: Finding): string {
  const told = TELLING_DATA.map((name) => String(finding.data[name] ?? ''));
  return JSON.stringify([
    finding.code,
    finding.layer ?? '',
    finding.feature ?? '',
    ...told,
    ...[...(finding.related ?? [])].sort(),
  ]);
}
