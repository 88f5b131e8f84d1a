import type { CompactIssues, Diagnostic, FindingValue } from '../plan/findings.ts';

/** A pointer with the first number in it apart: `/features/7/properties/farMax` is the seventh of a hundred thousand alike. */
const FIRST_NUMBER = /^([^\d]*)(0|[1-9]\d{0,8})(?!\d)(.*)$/s;
const NO_NUMBER = -1;
const ABSENT = -1;

/** Gathers the same trouble many times over in columns: a hundred thousand of a kind take a few megabytes. */
export class IssueColumns {
  readonly #issues: CompactIssues;
  readonly #pointerCodes = new Map<string, number>();
  readonly #valueCodes = new Map<string, Map<string, number>>();

  constructor({ code, severity, layer, file }: Diagnostic) {
    const of = { code, severity, ...(layer && { layer }), ...(file !== undefined && { file }) };
    this.#issues = { of, count: 0, features: [], pointers: [], pointerCodes: [], numbers: [], data: [], others: [] };
  }

  /** One more of the kind. */
  add({ feature, pointer, data, related, evidence }: Diagnostic): void {
    const issues = this.#issues;
    const at = issues.count;
    issues.count += 1;
    issues.features.push(feature ?? null);
    const [, head = '', number, tail = ''] = (pointer !== undefined && FIRST_NUMBER.exec(pointer)) || [];
    const parts: [string, string | null] = number === undefined ? [pointer ?? '', null] : [head, tail];
    issues.pointerCodes.push(pointer === undefined ? ABSENT : coded(this.#pointerCodes, issues.pointers, parts));
    issues.numbers.push(number === undefined ? NO_NUMBER : Number(number));
    for (const [name, value] of Object.entries(data)) {
      let column = issues.data.find((one) => one.name === name);
      if (!column) {
        column = { name, values: [], codes: [] };
        issues.data.push(column);
        this.#valueCodes.set(name, new Map());
      }
      while (column.codes.length < at) column.codes.push(ABSENT);
      column.codes.push(coded(this.#valueCodes.get(name) as Map<string, number>, column.values, value));
    }
    if (related ?? evidence) issues.others.push({ at, ...(related && { related }), ...(evidence && { evidence }) });
  }

  /** What was gathered; not a copy. */
  get issues(): CompactIssues {
    return this.#issues;
  }
}

/**
 * The same trouble in many features, told once: a summary that holds every single one, as a diagnostic with a code of its own, for the
 * issue list that is saved.
 */
export class Tally {
  readonly #each: IssueColumns;
  #first: string | undefined;

  constructor(each: Omit<Diagnostic, 'data'>) {
    this.#each = new IssueColumns({ ...each, data: {} });
  }

  add(feature: string, pointer: string, data: Diagnostic['data']): void {
    this.#first ??= feature;
    this.#each.add({ ...this.#each.issues.of, feature, pointer, data });
  }

  /** `data` of the summary has their number and, as `example`, the first feature. */
  summary(summary: Diagnostic): Diagnostic {
    const rest = this.#each.issues;
    return { ...summary, data: { ...summary.data, count: rest.count, example: this.#first ?? '' }, rest };
  }
}

/** The place of a value among those met so far. */
function coded<T>(codes: Map<string, number>, values: T[], value: T): number {
  const key = JSON.stringify(value);
  let code = codes.get(key);
  if (code === undefined) {
    code = values.length;
    values.push(value);
    codes.set(key, code);
  }
  return code;
}

/** The issues one by one, made as they are asked for. */
export function* issuesOf(compact: CompactIssues): Generator<Diagnostic> {
  const { of, count, features, pointers, pointerCodes, numbers, data } = compact;
  const others = new Map(compact.others.map(({ at, ...rest }) => [at, rest]));
  for (let at = 0; at < count; at += 1) {
    const [head, tail] = pointers[pointerCodes[at] ?? ABSENT] ?? [];
    const feature = features[at];
    const values = data.flatMap(({ name, values: all, codes }): [string, FindingValue][] => {
      const value = all[codes[at] ?? ABSENT];
      return value === undefined ? [] : [[name, value]];
    });
    yield {
      ...of,
      ...(feature !== null && feature !== undefined && { feature }),
      ...(head !== undefined && { pointer: tail === null ? head : `${head}${numbers[at]}${tail}` }),
      data: Object.fromEntries(values),
      ...others.get(at),
    };
  }
}

/** Every single one of a list of diagnostics, those a summary stands for in its place. */
export function* everyIssue(diagnostics: Iterable<Diagnostic>): Generator<Diagnostic> {
  for (const diagnostic of diagnostics) {
    const { rest, file } = diagnostic;
    if (!rest) yield diagnostic;
    // Whoever named the file anew did so in the summary.
    else for (const issue of issuesOf(rest)) yield file === undefined ? issue : { ...issue, file };
  }
}
