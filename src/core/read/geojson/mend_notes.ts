import type { Diagnostic } from '../../plan/findings.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';

/** What was mended in a source, told once a kind: the first feature it was in, and in how many. */
export class MendNotes {
  #seen = new Map<string, { first: Diagnostic; count: number }>();

  add(diagnostic: Diagnostic): void {
    const seen = this.#seen.get(diagnostic.code);
    if (seen) seen.count += 1;
    else this.#seen.set(diagnostic.code, { first: diagnostic, count: 1 });
  }

  report(log: DiagnosticLog): void {
    for (const { first, count } of this.#seen.values()) log.add({ ...first, data: { ...first.data, count } });
  }
}

/** Whether each is worth telling on its own: where a ring was closed, something may be missing. */
export function isToldEach({ code, severity }: Diagnostic): boolean {
  return severity !== 'info' || code === 'ring-closed';
}
