import { html, type TemplateResult } from 'lit';

export interface ReviewTabs<Id extends string> {
  tabs: readonly { id: Id; title: string; count?: number | undefined }[];
  active: Id;
  label: string;
  choose: (id: Id) => void;
  body: TemplateResult;
}

/** Tabs as a keyboard and a screen reader know them: arrows, Home and End move between them. */
export function reviewTabs<Id extends string>({ tabs, active, label, choose, body }: ReviewTabs<Id>): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === active);
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = Object.hasOwn(targets, event.key) ? tabs[targets[event.key] ?? 0] : undefined;
    if (!next) return;
    event.preventDefault();
    choose(next.id);
    const list = event.currentTarget as HTMLElement;
    list.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return html`<div class="segmented tabs" role="tablist" aria-label=${label} @keydown=${onKey}>
      ${tabs.map(
        ({ id, title, count }) => html`<button
          type="button"
          role="tab"
          id="tab-${id}"
          aria-selected=${id === active}
          aria-controls="tab-panel"
          tabindex=${id === active ? 0 : -1}
          @click=${() => choose(id)}
        >
          ${title}${count === undefined ? '' : html` <span class="soft">${count}</span>`}
        </button>`,
      )}
    </div>
    <div id="tab-panel" role="tabpanel" aria-labelledby="tab-${active}" tabindex="0">${body}</div>`;
}
