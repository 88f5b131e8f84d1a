import type { ThemeId } from '../core/theme/types.ts';
import type { Language } from '../messages/language.ts';
import { decodeView, encodeView } from './url_codec.ts';
import { type Appearance, type Camera, INITIAL_VIEW } from './view.ts';

/** What an embedded map shows and which view it opens with. */
export interface EmbedOptions {
  /** Folder of the plan, as in the full page's `?plan=`. Absent: the plan that ships. */
  plan?: string;
  theme: ThemeId;
  mode: '2d' | '3d';
  language: Language;
  appearance: Appearance;
  title: boolean;
  legend: boolean;
  controls: boolean;
  /** Absent: the whole plan. */
  camera?: Camera;
}

const SHOWN_PARTS = ['title', 'legend', 'controls'] as const;

/**
 * Query and hash of an embedded map's address, for example `?show=title,legend#theme=height`. The view is written as the full
 * page writes it, so that "open in full" needs no translation; the query says what the full page has no words for.
 */
export function encodeEmbedOptions(options: EmbedOptions): string {
  const query = new URLSearchParams();
  if (options.plan !== undefined) query.set('plan', options.plan);
  const shown = SHOWN_PARTS.filter((part) => options[part]);
  if (shown.length < SHOWN_PARTS.length) query.set('show', shown.join(','));
  const hash = encodeView({
    ...INITIAL_VIEW,
    theme: options.theme,
    mode: options.mode,
    language: options.language,
    appearance: options.appearance,
    ...(options.camera && { camera: options.camera }),
  });
  const queryText = query.toString();
  return `${queryText && `?${queryText}`}${hash && `#${hash}`}`;
}

/** Reads an embedded map's address. Whatever is missing or misspelt is as in `INITIAL_VIEW`, and every part is shown. */
export function decodeEmbedOptions(query: string, hash: string): EmbedOptions {
  const values = new URLSearchParams(query);
  const shown = values.get('show')?.split(',');
  const shows = (part: string) => shown === undefined || shown.includes(part);
  const view = decodeView(hash);
  const plan = values.get('plan');
  return {
    ...(plan && { plan }),
    theme: view.theme,
    mode: view.mode,
    language: view.language,
    appearance: view.appearance,
    title: shows('title'),
    legend: shows('legend'),
    controls: shows('controls'),
    ...(view.camera && { camera: view.camera }),
  };
}

/** The tag to paste into a page. Every value is escaped, so that no address can break out of its attribute. */
export function embedSnippet(frame: { address: string; title: string; width: string; height: string }): string {
  return (
    `<iframe src="${escapeAttribute(frame.address)}" title="${escapeAttribute(frame.title)}" ` +
    `width="${escapeAttribute(frame.width)}" height="${escapeAttribute(frame.height)}" ` +
    `loading="lazy" referrerpolicy="no-referrer" allowfullscreen></iframe>`
  );
}

/** A length an iframe may have: 120–4000 pixels, or 10%–100%. Undefined for anything else. */
export function frameLength(text: string): string | undefined {
  const match = /^(\d{1,4})(%?)$/.exec(text.trim());
  if (!match) return undefined;
  const value = Number(match[1]);
  if (match[2] === '%') return value >= 10 && value <= 100 ? `${value}%` : undefined;
  return value >= 120 && value <= 4000 ? String(value) : undefined;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Whether an address leads anywhere on this computer only: a file, or a server that listens to itself. */
export function isOnlyHere(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'file:' || hostname === '[::1]' || /^(?:.*\.)?localhost$|^127\./.test(hostname);
}
