import { html, type TemplateResult } from 'lit';
import type { PlanComparison } from '../../core/compare/types.ts';
import type { Plan } from '../../core/plan/types.ts';
import type { Language } from '../../messages/language.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import {
  comparisonCsvPieces,
  comparisonGeojsonPieces,
  comparisonSheets,
  type NameOf,
} from '../../sheet/comparison_files.ts';
import { comparisonPage } from '../../sheet/comparison_page.ts';
import { briefPauses } from '../brief_pauses.ts';
import { saveFile } from '../clipboard.ts';
import { icon } from '../icons.ts';
import { nameOfId } from '../names.ts';
import { safeFileName } from '../take_away/picture_choices.ts';
import { printPage } from './print_page.ts';

export interface ComparisonActions {
  comparison: PlanComparison;
  before: Plan;
  after: Plan;
  /** Which plans are held against each other, in words: it stands on the printed page. */
  subtitle: string;
  language: Language;
  /** Whether there are more rows than a file takes, which then has been said. */
  isTooMuch: (rows: number) => boolean;
  /** Called with the name of the file that was saved. */
  saved: (file: string) => void;
}

/** Names as the new plan has them; the old one's where a phase or a key area is gone. */
export function namesOf(before: Plan, after: Plan, language: Language): NameOf {
  return (layer, id) => {
    const plan = after.layers[layer].some((feature) => feature.id === id) ? after : before;
    return nameOfId(plan, layer, id, language);
  };
}

/** Buttons that save a comparison or print it. */
export function comparisonActions(options: ComparisonActions): TemplateResult {
  const { comparison, before, after, language } = options;
  const { comparison: comparisonWords, review } = readingMessagesOf(language);
  const words = review.plots;
  const unlessTooMuch = (action: () => unknown) => () => {
    if (!options.isTooMuch(comparison.plots.length)) void action();
  };
  const save = async (ending: string, pieces: Iterable<BlobPart>, type: string): Promise<void> => {
    const name = `${safeFileName(`${after.manifest.id}-comparison`, 'comparison')}.${ending}`;
    const pause = briefPauses();
    const written: BlobPart[] = [];
    for (const piece of pieces) {
      written.push(piece);
      await pause();
    }
    saveFile(name, written, type);
    options.saved(name);
  };
  const nameOf = namesOf(before, after, language);
  const saveWorkbook = async (): Promise<void> => {
    // Loaded when it is asked for, with the archiver that packs it.
    const { WORKBOOK_TYPE, writeWorkbook } = await import('../../sheet/workbook.ts');
    const sheets = comparisonSheets(comparison, readingMessagesOf(language), nameOf);
    await save('xlsx', [new Uint8Array(await writeWorkbook(sheets, briefPauses()))], WORKBOOK_TYPE);
  };
  return html`<div class="row actions" role="group" aria-label=${words.take}>
    <button
      type="button"
      class="outlined"
      @click=${unlessTooMuch(() => save('csv', comparisonCsvPieces(comparison, comparisonWords, nameOf), 'text/csv'))}
    >
      ${icon('save')}${words.csv}
    </button>
    <button type="button" class="outlined" @click=${unlessTooMuch(saveWorkbook)}>${icon('save')}${words.xlsx}</button>
    <button
      type="button"
      class="outlined"
      @click=${unlessTooMuch(() => save('geojson', comparisonGeojsonPieces(comparison, before, after), 'application/geo+json'))}
    >
      ${icon('save')}${words.geojson}
    </button>
    <button
      type="button"
      class="outlined"
      @click=${unlessTooMuch(() => printPage(comparisonPage(comparison, { subtitle: options.subtitle, manifest: after.manifest, nameOf, language }), language))}
    >
      ${icon('print')}${words.print}
    </button>
  </div>`;
}
