import { html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import type { MapView } from '../../map/map_view.ts';
import { browseMessagesOf } from '../../messages/browse.ts';
import { fill } from '../../messages/fill.ts';
import { formatLength, formatNumber } from '../../messages/format.ts';
import { textOf } from '../../messages/in_language.ts';
import type { PageBox } from '../../state/map_port.ts';
import type { ParkCompareMap } from '../compare/park_compare_map.ts';
import { type IconName, icon } from '../icons.ts';
import { loadPanel } from '../lazy_panels.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import type { ParkHover } from './park_hover.ts';
import { parkMapStyles } from './park_map_styles.ts';
import { fitScaleBar } from './scale_bar.ts';
import './park_hover.ts';

const SCALE_BAR_PIXELS = 110;

type MapModule = typeof import('../../map/map_view.ts');

/** Once it is there the map is put on the page at once, before the shell around it is painted. */
let loaded: MapModule | undefined;

async function loadMapView(): Promise<MapModule> {
  loaded ??= await import('../../map/map_view.ts');
  return loaded;
}

/**
 * Fetches MapLibre and makes the page's first map while the plan is still being read. What goes wrong is told by the map when it
 * is put on the page.
 */
export async function prepareFirstMap(): Promise<void> {
  try {
    (await loadMapView()).prepareMap();
  } catch {
    // Tried again by the map itself.
  }
}

/**
 * The map with its controls. MapLibre and its worker are loaded on demand; `prepareFirstMap` does so ahead.
 *
 * Attributes: `plain` (no tools but zoom; for small frames). Property: `corner`, the box on the page of what stands
 * in the upper left corner. Slot: anything placed above the map. Part: `tools`.
 */
export class ParkMap extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    plain: { type: Boolean, reflect: true },
    corner: { attribute: false },
    failure: { state: true },
    ready: { state: true },
  };
  declare plain: boolean;
  declare corner: PageBox | undefined;
  declare failure: string;
  declare ready: boolean;

  static override styles = [controls, parkMapStyles];

  #view: MapView | undefined;
  #hasMapStyles = false;

  constructor() {
    super();
    this.plain = false;
    this.corner = undefined;
    this.failure = '';
    this.ready = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store.measure.value.tool !== 'none') void loadPanel('park-measure');
    if (this.store.reviewDrawing.value) void loadPanel('park-compare-map');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('corner')) this.#view?.cornerChanged();
  }

  protected override firstUpdated(): void {
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.dispose();
    this.#view = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#start();
  }

  async #start(): Promise<void> {
    const container = this.renderRoot.querySelector('.map');
    if (!(container instanceof HTMLElement) || this.#view) return;
    try {
      const { createMapView, mapStyles } = loaded ?? (await loadMapView());
      if (!this.isConnected || this.#view) return;
      this.#adopt(mapStyles);
      this.#view = createMapView(container, this.store, {
        corner: () => this.corner ?? this.renderRoot.querySelector<ParkCompareMap>('park-compare-map')?.barBox,
        words(language) {
          const { canvas, heightScale } = browseMessagesOf(language).map;
          return { canvas, heightScale };
        },
      });
      this.ready = true;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  /** MapLibre's own styles come with MapLibre, not with the shell; ours go after them. */
  #adopt(styles: string): void {
    const root = this.renderRoot;
    if (this.#hasMapStyles || !(root instanceof ShadowRoot)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
    this.#hasMapStyles = true;
  }

  /** Puts the keyboard on the map. */
  focusMap(): void {
    this.renderRoot.querySelector<HTMLElement>('canvas')?.focus();
  }

  #onPointer(event: PointerEvent): void {
    const box = this.getBoundingClientRect();
    const card = this.renderRoot.querySelector<ParkHover>('park-hover');
    card?.moveTo(event.clientX - box.left, event.clientY - box.top, box.width, box.height);
  }

  #tool(name: string, picture: IconName, action: () => void, pressed?: boolean): TemplateResult {
    return html`<button
      type="button"
      class="icon"
      aria-label=${name}
      title=${name}
      aria-pressed=${pressed === undefined ? nothing : pressed}
      @click=${action}
    >
      ${icon(picture)}
    </button>`;
  }

  #measure(tool: 'distance' | 'area'): void {
    const { measure } = this.store;
    const isOn = measure.value.tool === tool;
    measure.value = { tool: isOn ? 'none' : tool, points: [], finished: false };
  }

  #north(): TemplateResult {
    const { store, words } = this;
    const bearing = this.viewPart('camera')?.bearing ?? 0;
    return html`<button
      type="button"
      class="icon"
      aria-label=${words.map.north}
      title=${words.map.north}
      @click=${() => store.map.value?.resetNorth()}
    >
      ${svg`<svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true"><g transform=${`rotate(${-bearing})`}>
        <path d="M0 -8L3.6 0H-3.6z" class="needle-north"></path><path d="M0 8L3.6 0H-3.6z" class="needle-south"></path></g></svg>`}
    </button>`;
  }

  #scaleBar(): TemplateResult | typeof nothing {
    const denominator = this.store.scaleDenominator.value;
    const bar = denominator ? fitScaleBar(denominator, SCALE_BAR_PIXELS) : undefined;
    if (!bar) return nothing;
    const half = bar.pixels / 2;
    return html`<div class="scale" role="img" aria-label=${`${this.words.map.scaleBar} ${formatLength(bar.metres, this.language)}`}>
      ${svg`<svg width=${bar.pixels + 2} height="7" aria-hidden="true">
        <rect x="1" y="1" width=${half} height="5" class="filled"></rect>
        <rect x=${1 + half} y="1" width=${half} height="5" class="open"></rect></svg>`}
      <span>${formatLength(bar.metres, this.language)}</span>
    </div>`;
  }

  #note(): string {
    const { words, language } = this;
    const { manifest } = this.store.plan.value;
    const note = manifest.statusNote && textOf(manifest.statusNote, language);
    const status = words.planStatus[manifest.status];
    const short = manifest.status === 'approved' ? words.app.approvedNote : fill(words.app.statusNote, { status });
    const approval = manifest.mapApprovalNumber
      ? ` · ${fill(words.app.mapApproval, { number: manifest.mapApprovalNumber })}`
      : '';
    return `${note && note.length <= 24 ? note : short}${approval}`;
  }

  #tools(): TemplateResult {
    const { store, words, language } = this;
    const mode = this.viewPart('mode');
    const shellOpacity = this.viewPart('shellOpacity');
    const { tool } = store.measure.value;
    const is3d = mode === '3d';
    const percent = fill(words.map.shellOpacityValue, { percent: `${formatNumber(shellOpacity * 100, language, 0)}%` });
    return html`<div class="tools" part="tools" role="toolbar" aria-orientation="vertical" aria-label=${words.map.tools}>
        <div class="group">
          ${this.#tool(words.map.zoomIn, 'plus', () => store.map.value?.zoomBy(1))}
          ${this.#tool(words.map.zoomOut, 'minus', () => store.map.value?.zoomBy(-1))}
        </div>
        <div class="group">
          ${this.#north()} ${this.#tool(words.map.fit, 'fit', () => store.map.value?.fitPlan())}
          ${this.#tool(words.map.threeD, 'cube', () => store.setView({ mode: is3d ? '2d' : '3d' }), is3d)}
        </div>
        ${
          this.plain
            ? nothing
            : html`<div class="group">
                ${this.#tool(words.map.measureDistance, 'distance', () => this.#measure('distance'), tool === 'distance')}
                ${this.#tool(words.map.measureArea, 'area', () => this.#measure('area'), tool === 'area')}
                ${this.#tool(words.map.help, 'help', () => this.send('park-action', 'help'))}
              </div>`
        }
      </div>
      ${
        is3d && !this.plain
          ? html`<label class="opacity" title=${words.map.shellOpacity}>
              <span>${words.map.shellOpacity}</span>
              <input
                type="range"
                min="0"
                max="1"
                step="0.05"
                .value=${String(shellOpacity)}
                aria-valuetext=${percent}
                @input=${(event: Event) =>
                  store.setView({ shellOpacity: Number((event.target as HTMLInputElement).value) })}
              />
              <output>${formatNumber(shellOpacity * 100, language, 0)}%</output>
            </label>`
          : nothing
      }`;
  }

  protected override render(): TemplateResult {
    const { store, words } = this;
    const { measure } = store;
    return html`
      <div class="map" role="region" aria-label=${words.map.label} @pointermove=${this.#onPointer}></div>
      <park-hover .store=${store}></park-hover>
      ${
        this.failure
          ? html`<div class="failure" role="alert">
              <strong>${words.error.mapFailed}</strong>
              <p>${words.error.noWebgl}</p>
              <p>${words.error.noWebglMend}</p>
              <p class="soft small">${this.failure}</p>
            </div>`
          : nothing
      }
      ${this.ready || this.failure ? nothing : html`<div class="loading" role="status">${words.app.drawing}</div>`}
      ${store.reviewDrawing.value ? html`<park-compare-map .store=${store} @park-compare-bar=${() => this.#view?.cornerChanged()}></park-compare-map>` : nothing}
      ${this.#tools()}
      <div class="foot">
        ${this.#scaleBar()}
        <span class="note">${this.#note()}</span>
      </div>
      ${measure.value.tool === 'none' ? nothing : html`<park-measure .store=${store}></park-measure>`}
      <slot></slot>
    `;
  }
}
customElements.define('park-map', ParkMap);
