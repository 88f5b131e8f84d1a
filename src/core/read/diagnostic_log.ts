import type { Diagnostic } from '../plan/findings.ts';

/** Of one kind of trouble in one file this many are listed; the rest are counted. */
export const SHOWN_OF_A_KIND = 20;

/** Gathers what is wrong with one file. The same trouble ten thousand times is listed twenty times and counted. */
export class DiagnosticLog {
  readonly file: string;
  #listed: Diagnostic[] = [];
  #counts = new Map<string, { diagnostic: Diagnostic; count: number }>();
  #hasErrors = false;

  constructor(file: string) {
    this.file = file;
  }

  get hasErrors(): boolean {
    return this.#hasErrors;
  }

  add(diagnostic: Diagnostic): void {
    if (diagnostic.severity === 'error') this.#hasErrors = true;
    const kind = [diagnostic.code, diagnostic.layer ?? '', String(diagnostic.data.field ?? '')].join('|');
    const seen = this.#counts.get(kind);
    if (seen) seen.count += 1;
    else this.#counts.set(kind, { diagnostic, count: 1 });
    if ((seen?.count ?? 1) <= SHOWN_OF_A_KIND) this.#listed.push({ ...diagnostic, file: this.file });
  }

  /** Takes over what another log of the same file has gathered. */
  absorb(other: DiagnosticLog): void {
    for (const diagnostic of other.#listed) this.add(diagnostic);
    for (const [kind, { count }] of other.#counts) {
      const own = this.#counts.get(kind);
      if (own) own.count += Math.max(0, count - SHOWN_OF_A_KIND);
    }
  }

  /** What was gathered, in the order it was met, with one summary per kind that was cut short. */
  list(): Diagnostic[] {
    const summaries: Diagnostic[] = [];
    for (const { diagnostic, count } of this.#counts.values()) {
      if (count <= SHOWN_OF_A_KIND) continue;
      summaries.push({
        code: 'more-of-the-same',
        severity: diagnostic.severity,
        ...(diagnostic.layer && { layer: diagnostic.layer }),
        file: this.file,
        data: {
          of: diagnostic.code,
          ...(diagnostic.data.field !== undefined && { field: diagnostic.data.field }),
          count,
          shown: SHOWN_OF_A_KIND,
        },
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

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
