/** A report with some of its sections (`## title`) written anew where they stand; those it has not yet come last. */
export function withSections(
  report: string,
  head: string,
  sections: readonly (readonly [title: string, text: string])[],
): string {
  const known = new Map(
    report
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n')).trim()]),
  );
  for (const [title, text] of sections) known.set(title, text);
  return [head.trim(), ...[...known].map(([title, text]) => `## ${title}\n\n${text}`)].join('\n\n').concat('\n');
}
