import type { Diagnostic } from '../../core/plan/findings.ts';
import type { LayerId } from '../../core/plan/types.ts';
import type { Language } from '../../messages/language.ts';
import type { RuleMessages } from '../../messages/rules.ts';
import type { Store } from '../../state/store.ts';
import { saveFile } from '../clipboard.ts';
import { nameInFindings } from '../names.ts';
import { hasTooManyRows } from '../rows_in_file.ts';

export const REPORT_FORMATS = ['html', 'csv', 'geojson', 'sarif', 'print'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Saves or prints the report of the check; what writes it is loaded when it is asked for. */
export async function saveReport(
  format: ReportFormat,
  store: Store,
  what: { findings: readonly Diagnostic[]; language: Language; words: RuleMessages },
): Promise<void> {
  const isWhole = format === 'csv' || format === 'geojson' || format === 'sarif';
  // The others list twenty places of the same trouble.
  if (isWhole && hasTooManyRows(what.findings.length, store)) return;
  const plan = store.plan.peek();
  const { manifest } = plan;
  const { findings, language, words } = what;
  const checkedAt = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date());
  const nameOf = (layer: LayerId, id: string) => nameInFindings(plan, layer, id, language);
  const input = { manifest, checkedAt, nameOf, ...what };
  const save = (content: string, ending: string, type: string): void => {
    const name = `${manifest.id}-${words.panel.fileName}-${manifest.version}.${ending}`;
    saveFile(name, content, `${type};charset=utf-8`);
    store.notify({ key: 'saved', data: { file: name } });
  };
  switch (format) {
    case 'html': {
      const { checkReportPage } = await import('../../sheet/check_report/page.ts');
      const { htmlPage } = await import('../../sheet/html_text.ts');
      return save(htmlPage(checkReportPage(input), language), 'html', 'text/html');
    }
    case 'csv':
      return save((await import('../../sheet/check_report/page.ts')).writeCheckReportCsv(input), 'csv', 'text/csv');
    case 'geojson': {
      const { writeFindingsGeojson } = await import('../../sheet/check_report/geojson.ts');
      return save(writeFindingsGeojson(findings, language), 'geojson', 'application/geo+json');
    }
    case 'sarif': {
      const { writeFindingsSarif } = await import('../../sheet/check_report/sarif.ts');
      const { withPlanFile } = await import('../../core/read/finding_file.ts');
      const filed = findings.map((finding) => withPlanFile(finding, manifest));
      return save(writeFindingsSarif(filed, language, words), 'sarif', 'application/sarif+json');
    }
    case 'print': {
      const { checkReportPage } = await import('../../sheet/check_report/page.ts');
      const { printPage } = await import('../compare/print_page.ts');
      printPage(checkReportPage(input), language);
    }
  }
}
