import type { Diagnostic } from '../plan/findings.ts';
import { IssueColumns, issuesOf } from './compact_issues.ts';

/** Of one kind of trouble in one file this many are listed; the rest are held in columns. */
export const SHOWN_OF_A_KIND = 20;

interface Kind {
  first: Diagnostic;
  count: number;
  /** Those that are not listed. */
  rest?: IssueColumns;
}

/** Gathers what is wrong with one file. The same trouble ten thousand times is listed twenty times and summed up. */
export class DiagnosticLog {
  readonly file: string;
  #listed: Diagnostic[] = [];
  #kinds = new Map<string, Kind>();
  #hasErrors = false;

  constructor(file: string) {
    this.file = file;
  }

  /** Whether anything in it keeps the file out. */
  get hasErrors(): boolean {
    return this.#hasErrors;
  }

  add(diagnostic: Diagnostic): void {
    // What was passed over on a person's word is an error of the file, and keeps nothing out.
    if (diagnostic.severity === 'error' && diagnostic.data.skipped === undefined) this.#hasErrors = true;
    const key = [diagnostic.code, diagnostic.layer ?? '', String(diagnostic.data.field ?? '')].join('|');
    let kind = this.#kinds.get(key);
    if (!kind) {
      kind = { first: diagnostic, count: 0 };
      this.#kinds.set(key, kind);
    }
    kind.count += 1;
    if (kind.count <= SHOWN_OF_A_KIND) {
      this.#listed.push({ ...diagnostic, file: this.file });
      return;
    }
    // A summary's own are told one by one where there are too many summaries.
    if (diagnostic.rest) {
      for (const one of issuesOf(diagnostic.rest)) this.add(one);
      return;
    }
    kind.rest ??= new IssueColumns({ ...kind.first, file: this.file });
    kind.rest.add(diagnostic);
  }

  /** Takes over what another log of the same file has gathered. */
  absorb(other: DiagnosticLog): void {
    for (const diagnostic of other.#listed) this.add(diagnostic);
    for (const { rest } of other.#kinds.values()) if (rest) for (const one of issuesOf(rest.issues)) this.add(one);
  }

  /** What was gathered, in the order it was met, with one summary per kind that was cut short, which holds the others. */
  list(): Diagnostic[] {
    const summaries: Diagnostic[] = [];
    for (const { first, count, rest } of this.#kinds.values()) {
      if (!rest) continue;
      summaries.push({
        code: 'more-of-the-same',
        severity: first.severity,
        ...(first.layer && { layer: first.layer }),
        file: this.file,
        data: {
          of: first.code,
          ...(first.data.field !== undefined && { field: first.data.field }),
          count,
          shown: SHOWN_OF_A_KIND,
        },
        rest: rest.issues,
      });
    }
    return [...this.#listed, ...summaries];
  }
}

const EXCERPT_LENGTH = 60;

/** A value as it stands in the file, short enough for a message. */
export function excerptOf(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value) && value.length > 4) return `[… ${value.length}]`;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const names = Object.keys(value);
    return `{${names.slice(0, 3).join(', ').slice(0, EXCERPT_LENGTH)}${names.length > 3 ? ', …' : ''}}`;
  }
  const text = Array.isArray(value) ? `[${value.map(excerptOf).join(', ')}]` : JSON.stringify(value);
  return text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
}

/** One step of a JSON pointer, escaped as RFC 6901 wants. */
export function pointerStep(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
