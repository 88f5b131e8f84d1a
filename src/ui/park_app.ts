import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Finding } from '../core/plan/findings.ts';
import { THEME_IDS } from '../core/theme/types.ts';
import type { ParkTimeline } from './dock/park_timeline.ts';
import { floatingLegend } from './floating_legend.ts';
import { foldButtons } from './fold_buttons.ts';
import { type Layout, layoutOf } from './layout.ts';
import { loadPanel } from './lazy_panels.ts';
import type { ParkMap } from './map/park_map.ts';
import { PanelElement } from './panel_element.ts';
import { parkAppStyles } from './park_app_styles.ts';
import type { ParkHeader } from './park_header.ts';
import type { ParkHelp } from './park_help.ts';
import type { ParkTabs } from './park_tabs.ts';
import { phoneSheets, type Sheet } from './phone_sheets.ts';
import type { InspectorTab, ShellAction } from './shell_actions.ts';
import { type Shortcut, shortcutOf } from './shortcuts.ts';
import { controls } from './styles/controls.ts';
import { tokens } from './styles/tokens.ts';
import './dock/park_timeline.ts';
import './map/park_map.ts';
import './panels/park_filters.ts';
import './panels/park_layers.ts';
import './panels/park_themes.ts';
import './park_header.ts';
import './park_side.ts';
import './park_status.ts';
import './park_tabs.ts';
import './park_toast.ts';

const DESK_TABS: readonly InspectorTab[] = ['inspector', 'community', 'findings', 'rollUps'];
const PHONE_TABS: readonly InspectorTab[] = ['community', 'findings', 'rollUps'];
/** With less beside a review the left panel would leave the map a strip. */
const ROOM_FOR_LEFT_PANEL = 768;

/**
 * The whole viewer: header, map, panels, timeline and status line. It fills its box and lays itself out by the box's size, not
 * the window's, so that it works as well in a frame.
 *
 * Attributes: `compact` (only the map, its title and the legend), `whole-page` (shortcuts work wherever the focus is).
 */
export class ParkApp extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    compact: { type: Boolean },
    wholePage: { type: Boolean, attribute: 'whole-page' },
    layout: { state: true },
    leftOpen: { state: true },
    rightOpen: { state: true },
    dockOpen: { state: true },
    tableOpen: { state: true },
    legendOpen: { state: true },
    tab: { state: true },
    sheet: { state: true },
    shortcuts: { state: true },
    systemIsDark: { state: true },
  };
  declare compact: boolean;
  declare wholePage: boolean;
  declare layout: Layout;
  declare leftOpen: boolean;
  declare rightOpen: boolean;
  declare dockOpen: boolean;
  declare tableOpen: boolean;
  declare legendOpen: boolean;
  declare tab: InspectorTab;
  declare sheet: Sheet | undefined;
  declare shortcuts: boolean;
  declare systemIsDark: boolean;

  static override styles = [tokens, controls, parkAppStyles];

  #resize: ResizeObserver | undefined;
  #systemAppearance = matchMedia('(prefers-color-scheme: dark)');
  #selection = '';
  /** A selection made from a list of results leaves that list open. */
  #keepTab = false;
  /** Whether the left panel was folded to give the map beside a review room. */
  #leftGaveWay = false;

  constructor() {
    super();
    this.compact = false;
    this.wholePage = false;
    this.layout = 'wide';
    this.leftOpen = true;
    this.rightOpen = true;
    this.dockOpen = true;
    this.tableOpen = false;
    this.legendOpen = false;
    this.tab = 'inspector';
    this.sheet = undefined;
    this.shortcuts = true;
    this.systemIsDark = this.#systemAppearance.matches;
    this.addEventListener('park-action', (event) => this.#act((event as CustomEvent<ShellAction>).detail));
    this.addEventListener('park-shortcuts', (event) => {
      this.shortcuts = (event as CustomEvent<boolean>).detail;
    });
    this.addEventListener('park-finding', (event) => {
      this.#keepTab = true;
      this.store.showFinding((event as CustomEvent<Finding>).detail);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize = new ResizeObserver(([entry]) => {
      if (entry) this.#measure(entry.contentRect.width, entry.contentRect.height);
    });
    this.#resize.observe(this);
    this.#systemAppearance.addEventListener('change', this.#onSystemAppearance);
    (this.wholePage ? document : this).addEventListener('keydown', this.#onKey as EventListener);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    this.#systemAppearance.removeEventListener('change', this.#onSystemAppearance);
    document.removeEventListener('keydown', this.#onKey);
    this.removeEventListener('keydown', this.#onKey);
  }

  readonly #onSystemAppearance = (): void => {
    this.systemIsDark = this.#systemAppearance.matches;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const shortcut = shortcutOf(event);
    if (!shortcut || (!this.shortcuts && shortcut.kind !== 'escape')) return;
    if (this.#obey(shortcut)) event.preventDefault();
  };

  #measure(width: number, height: number): void {
    const was = this.layout;
    this.layout = this.compact ? 'compact' : layoutOf(width, height);
    // What an address names, or a panel on the desk showed, is shown on a phone too.
    if (this.layout === 'phone' && was !== 'phone' && this.store.view.peek().selection) this.sheet ??= 'inspector';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#loadOpenPanels();
    const { language } = this;
    const appearance = this.viewPart('appearance');
    const selection = this.viewPart('selection');
    const isDark = appearance === 'dark' || (appearance === 'auto' && this.systemIsDark);
    this.dataset.appearance = isDark ? 'dark' : 'light';
    this.lang = language;
    this.#makeRoom();
    const key = selection ? `${selection.layer}/${selection.id}` : '';
    if (key === this.#selection) return;
    this.#selection = key;
    if (key && !this.#keepTab) {
      this.tab = 'inspector';
      if (this.layout === 'phone') this.sheet = this.sheet === 'table' ? 'table' : 'inspector';
      else this.rightOpen = true;
    }
    this.#keepTab = false;
  }

  /** A review stands at the right or, on a phone, below: the map gives way instead of lying beneath it. */
  #makeRoom(): void {
    const { right, bottom } = this.store.reviewRoom.value;
    this.style.setProperty('--review-right', `${right}px`);
    this.style.setProperty('--review-bottom', `${bottom}px`);
    const isDesk = this.layout === 'wide' || this.layout === 'narrow';
    const isTight = right > 0 && isDesk && this.clientWidth - right < ROOM_FOR_LEFT_PANEL;
    if (isTight && !this.#leftGaveWay && this.leftOpen) {
      this.#leftGaveWay = true;
      this.leftOpen = false;
    } else if (right === 0 && this.#leftGaveWay) {
      this.#leftGaveWay = false;
      this.leftOpen = true;
    }
  }

  #obey(shortcut: Shortcut): boolean {
    const { store } = this;
    const query = <T extends Element>(name: string) => this.renderRoot.querySelector<T>(name);
    switch (shortcut.kind) {
      case 'theme': {
        const theme = THEME_IDS[shortcut.index];
        if (theme) store.setTheme(theme);
        return true;
      }
      case 'search':
        query<ParkHeader>('park-header')?.focusSearch();
        return true;
      case 'mode':
        store.setView({ mode: store.view.peek().mode === '3d' ? '2d' : '3d' });
        return true;
      case 'table':
      case 'help':
        this.#act(shortcut.kind);
        return true;
      case 'left':
        this.leftOpen = !this.leftOpen;
        return true;
      case 'right':
        this.rightOpen = !this.rightOpen;
        return true;
      case 'findingNext':
      case 'findingPrevious':
        void this.#stepFinding(shortcut.kind === 'findingNext' ? 1 : -1);
        return true;
      case 'timelineNext':
      case 'timelinePrevious': {
        query<ParkTimeline>('park-timeline')?.move(shortcut.kind === 'timelineNext' ? 1 : -1);
        return true;
      }
      case 'fit':
        store.map.value?.fitPlan();
        return true;
      case 'measureDistance':
      case 'measureArea': {
        const tool = shortcut.kind === 'measureArea' ? 'area' : 'distance';
        store.measure.value = { tool, points: [], finished: false };
        query<ParkMap>('park-map')?.focusMap();
        return true;
      }
      case 'escape':
        return this.#escape();
    }
  }

  async #stepFinding(step: 1 | -1): Promise<void> {
    this.#openTab('findings');
    await this.updateComplete;
    await this.renderRoot.querySelector<ParkTabs>('park-tabs')?.stepFinding(step);
  }

  async #openHelp(): Promise<void> {
    await loadPanel('park-help');
    const help = this.renderRoot.querySelector<ParkHelp>('park-help');
    await help?.updateComplete;
    help?.open();
  }

  /** Fetches the elements of what is open now. */
  #loadOpenPanels(): void {
    const isPhone = this.layout === 'phone';
    if (isPhone ? this.sheet === 'table' : this.tableOpen) void loadPanel('park-plot-table');
    if (this.sheet === 'more') void loadPanel('park-more');
  }

  #escape(): boolean {
    const { store } = this;
    if (store.measure.value.tool !== 'none') store.measure.value = { tool: 'none', points: [], finished: false };
    else if (this.sheet) this.sheet = undefined;
    else if (store.spotlight.value) store.spotlight.value = undefined;
    else if (store.view.peek().selection) store.select(undefined);
    else return false;
    return true;
  }

  #openTab(tab: InspectorTab): void {
    this.tab = tab;
    if (this.layout === 'phone') this.sheet = tab === 'inspector' ? 'inspector' : 'results';
    else this.rightOpen = true;
  }

  #act(action: ShellAction): void {
    switch (action) {
      case 'table':
        if (this.layout === 'phone') this.sheet = this.sheet === 'table' ? undefined : 'table';
        else {
          this.tableOpen = !this.tableOpen;
          this.dockOpen = true;
        }
        return;
      case 'help':
        void this.#openHelp();
        return;
      case 'undo':
        void this.store.undo();
        return;
      default:
        return;
    }
  }

  #tabs(tabs: readonly InspectorTab[]): TemplateResult {
    return html`<park-tabs
      .store=${this.store}
      .tab=${this.tab}
      .tabs=${tabs}
      @park-tab=${(event: CustomEvent<InspectorTab>) => {
        this.tab = event.detail;
      }}
    ></park-tabs>`;
  }

  #folds(): TemplateResult[] {
    const isReviewing = this.store.reviewRoom.value.right > 0;
    // Where a review stands there is no right panel to fold.
    const open = { left: this.leftOpen, dock: this.dockOpen, ...(!isReviewing && { right: this.rightOpen }) };
    return foldButtons(open, this.words.app, (fold) => {
      if (fold === 'left') this.leftOpen = !this.leftOpen;
      else if (fold === 'right') this.rightOpen = !this.rightOpen;
      else this.dockOpen = !this.dockOpen;
    });
  }

  /** What surrounds the map on a desk: results on the right, timeline or table below, the status line. */
  #desk(): TemplateResult {
    const { store, words } = this;
    return html`
      ${
        store.reviewRoom.value.right > 0
          ? html`<div class="room"></div>`
          : this.rightOpen
            ? html`<aside class="right" id="right" aria-label=${words.app.rightPanel}>
              ${this.#tabs(DESK_TABS)}
            </aside>`
            : nothing
      }
      ${
        this.dockOpen
          ? html`<section class="dock" id="dock" aria-label=${words.app.bottomPanel}>
              <div class="content">
                ${
                  this.tableOpen
                    ? html`<park-plot-table .store=${store}></park-plot-table>`
                    : html`<park-timeline .store=${store}></park-timeline>`
                }
              </div>
            </section>`
          : nothing
      }
      <park-status .store=${store}></park-status>
    `;
  }

  #sheetContent(sheet: Sheet): TemplateResult {
    const { store } = this;
    switch (sheet) {
      case 'themes':
        return html`<div class="panel"><park-themes .store=${store}></park-themes></div>`;
      case 'filters':
        return html`<div class="panel">
          <park-filters .store=${store}></park-filters>
          <h3>${this.words.layers.title}</h3>
          <park-layers .store=${store}></park-layers>
        </div>`;
      case 'inspector':
        return html`<div class="panel"><park-inspector .store=${store}></park-inspector></div>`;
      case 'results':
        return this.#tabs(PHONE_TABS);
      case 'timeline':
        return html`<div class="panel"><park-timeline .store=${store}></park-timeline></div>`;
      case 'table':
        return html`<div class="panel"><park-plot-table .store=${store} no-close></park-plot-table></div>`;
      case 'more':
        return html`<div class="panel"><park-more .store=${store}></park-more></div>`;
    }
  }

  #phone(): TemplateResult {
    return phoneSheets({
      open: this.sheet,
      words: this.words,
      content: (sheet) => this.#sheetContent(sheet),
      choose: (sheet) => {
        this.sheet = sheet;
        if (sheet === 'results' && this.tab === 'inspector') this.tab = 'community';
      },
    });
  }

  protected override render(): TemplateResult {
    const { store, words, layout } = this;
    const isDesk = layout === 'wide' || layout === 'narrow';
    const { right, bottom } = store.reviewRoom.value;
    const hasTable = isDesk && this.tableOpen && this.dockOpen;
    const room = right + bottom > 0 ? `reviewing ${bottom > 200 ? 'covered' : ''}` : '';
    // The map stays the same element in every layout: turning a phone must not load it again.
    return html`
      <button type="button" class="skip" @click=${() => this.renderRoot.querySelector<ParkMap>('park-map')?.focusMap()}>
        ${words.app.skipToMap}
      </button>
      <div class=${`shell ${layout} ${hasTable && right === 0 ? 'with-table' : ''} ${room}`}>
        <park-header .store=${store} .layout=${layout} .tableOpen=${hasTable}></park-header>
        ${
          isDesk && this.leftOpen
            ? html`<aside class="left" id="left" aria-label=${words.app.leftPanel}>
                <park-side .store=${store}></park-side>
              </aside>`
            : nothing
        }
        <park-map .store=${store} ?plain=${layout === 'compact'}>
          ${isDesk ? this.#folds() : nothing}
        </park-map>
        <park-toast .store=${store}></park-toast>
        ${
          isDesk
            ? this.#desk()
            : layout === 'phone'
              ? this.#phone()
              : floatingLegend({
                  isOpen: this.legendOpen,
                  title: words.themes[this.viewPart('theme')],
                  store,
                  toggle: () => {
                    this.legendOpen = !this.legendOpen;
                  },
                })
        }
      </div>
      <park-help .store=${store} .enabled=${this.shortcuts}></park-help>
    `;
  }
}
customElements.define('park-app', ParkApp);
