import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

/** Of so many numbers a form of their own is learned, where this share of them has it. */
const LEAST_TO_LEARN = 20;
const LEARNED_SHARE = 0.9;
/** A second form counts where it is more than an odd number or two. */
const LEAST_SHARE_OF_A_FORM = 0.1;

/**
 * A plot whose number has none of the plan's forms (`checks.plotNumberForms`). Where the plan names none, the form that nearly all
 * numbers share stands for them, and what differs is only told.
 */
export function checkPlotNumberForm({ plan }: CheckContext): Finding[] {
  const { plots } = plan.layers;
  const stated = plan.manifest.checks?.plotNumberForms ?? [];
  const forms = stated.length > 0 ? stated : learned(plots.map(({ id }) => id));
  if (forms.length === 0) return [];
  const known = new Set(forms);
  return plots.flatMap(({ id, geometry }): Finding[] =>
    [...known].some((form) => hasForm(id, form))
      ? []
      : [
          {
            code: 'plot-number-form',
            severity: stated.length > 0 ? 'warning' : 'info',
            layer: 'plots',
            feature: id,
            data: { forms: [...known], isStated: stated.length > 0 },
            evidence: geometry,
          },
        ],
  );
}

/** The form of a number: AB1-02 is AA9-99. */
function formOf(number: string): string {
  return number
    .replace(/\p{Script=Han}/gu, '汉')
    .replace(/[A-Za-z]/g, 'A')
    .replace(/\d/g, '9');
}

/** Whether a number has a form; signs of the form that stand for nothing else stand for themselves. */
function hasForm(number: string, form: string): boolean {
  const letters = [...number];
  const signs = [...form];
  return (
    letters.length === signs.length &&
    signs.every((sign, index) => letters[index] === sign || formOf(letters[index] ?? '') === sign)
  );
}

/** The forms of nearly all numbers, where two at most cover them. */
function learned(numbers: readonly string[]): string[] {
  if (numbers.length < LEAST_TO_LEARN) return [];
  const counts = new Map<string, number>();
  for (const number of numbers) counts.set(formOf(number), (counts.get(formOf(number)) ?? 0) + 1);
  const common = [...counts]
    .filter(([, count]) => count >= numbers.length * LEAST_SHARE_OF_A_FORM)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 2);
  const covered = common.reduce((sum, [, count]) => sum + count, 0);
  return covered >= numbers.length * LEARNED_SHARE ? common.map(([form]) => form) : [];
}
