import type { HtmlParts } from '../../sheet/html_text.ts';

/**
 * Prints a page that is nowhere on the screen. It is put into a frame as nodes, with a sheet made by code: the page's policy allows
 * no styles that stand in the text, in a frame either.
 */
export function printPage({ title, body, css }: HtmlParts, language: string): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  for (const [property, value] of [
    ['position', 'fixed'],
    ['inset', '0 auto auto -30000px'],
    ['width', '1000px'],
    ['height', '700px'],
    ['border', '0'],
  ] as const)
    frame.style.setProperty(property, value);
  document.body.append(frame);
  const inner = frame.contentWindow as (Window & { CSSStyleSheet?: typeof CSSStyleSheet }) | null;
  const page = frame.contentDocument;
  if (!inner?.CSSStyleSheet || !page) {
    frame.remove();
    return;
  }
  const sheet = new inner.CSSStyleSheet();
  sheet.replaceSync(css);
  page.adoptedStyleSheets = [sheet];
  page.title = title;
  page.documentElement.lang = language;
  const parsed = new DOMParser().parseFromString(body, 'text/html');
  page.body.append(...[...parsed.body.childNodes].map((node) => page.importNode(node, true)));
  // The dialog is over, whatever a person did in it; browsers that never say so keep a small frame until the page goes.
  inner.addEventListener('afterprint', () => setTimeout(() => frame.remove(), 0));
  inner.focus();
  inner.print();
}
