import { nothing, svg, type TemplateResult } from 'lit';

/** Our own line icons on a 16 × 16 grid, 1.4 px strokes; decoration only, the button's name says what it does. */
const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.4 10.4L14 14',
  update: 'M8 10.5V2.5M4.8 5.6L8 2.4l3.2 3.2M2.5 10v3.5h11V10',
  folder: 'M2 12.8V3.2h4l1.6 1.9H14v7.7zM2 7h12',
  paste: 'M5.5 3.5H3.5v10h9v-10h-2M5.5 2.5h5v2.5h-5zM6 8h4M6 10.5h4',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6',
  picture: 'M2 3h12v10H2zM2 11l3.5-3.5 3 3 2-2L14 12M10.6 6a.6.6 0 1 0 .01 0',
  embed: 'M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5M9.2 3L6.8 13',
  save: 'M8 2.5v8M4.8 7.4L8 10.6l3.2-3.2M2.5 10v3.5h11V10',
  print: 'M4.5 6V2h7v4M4.5 11.5H2V6h12v5.5h-2.5M4.5 9.5h7V14h-7z',
  swipe: 'M8 2v12M5.5 5.5L3 8l2.5 2.5M10.5 5.5L13 8l-2.5 2.5',
  table: 'M2 3h12v10H2zM2 6.3h12M2 9.6h12M6 3v10',
  timeline: 'M2 8h12M4 6v4M8 5v6M12 6v4',
  help: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12M6.2 6.3a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.7.5-.7 1.1M8 11.4v.2',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  light:
    'M8 5.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9',
  dark: 'M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z',
  auto: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM8 2v12M10 3v10M12 4.6v6.8',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  north: 'M8 2l3.6 11L8 10.8 4.4 13zM8 2v8.8',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  distance: 'M2 11L11 2l3 3-9 9zM4.6 8.4l1.5 1.5M6.8 6.2l2 2M9 4l1.5 1.5',
  area: 'M3 4.5L9.5 2.5 13.5 7 11 13 3.5 12zM3 4.5h.01',
  target: 'M8 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M8 1.5V5M8 11v3.5M1.5 8H5M11 8h3.5',
  play: 'M5 3l8 5-8 5z',
  pause: 'M5.5 3v10M10.5 3v10',
  previous: 'M10 3L5 8l5 5',
  next: 'M6 3l5 5-5 5',
  up: 'M3 10l5-5 5 5',
  down: 'M3 6l5 5 5-5',
  left: 'M2 3h12v10H2zM6 3v10',
  right: 'M2 3h12v10H2zM10 3v10',
  bottom: 'M2 3h12v10H2zM2 9h12',
  layers: 'M8 2l6 3.2L8 8.4 2 5.2zM2 8l6 3.2L14 8M2 10.8L8 14l6-3.2',
  themes: 'M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z',
  legend: 'M2.5 3h3v2.5h-3zM2.5 7h3v2.5h-3zM2.5 11h3v2.5h-3zM8 4.2h5.5M8 8.2h5.5M8 12.2h5.5',
  inspector: 'M3 2h10v12H3zM5.5 5h5M5.5 8h5M5.5 11h3',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  language:
    'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12M2 8h12M8 2c-2 1.8-2.8 3.8-2.8 6S6 12.2 8 14M8 2c2 1.8 2.8 3.8 2.8 6S10 12.2 8 14',
  filter: 'M2.5 3.5h11L9.5 8.5v4l-3 1.5V8.5z',
  cube: 'M8 1.8l5.5 3v6.4L8 14.2l-5.5-3V4.8zM2.5 4.8L8 8l5.5-3.2M8 8v6.2',
} as const;
export type IconName = keyof typeof PATHS;

const FILLED: ReadonlySet<IconName> = new Set(['play']);
const DOTS: ReadonlySet<IconName> = new Set(['more']);

/** An icon that takes the colour of its text. */
export function icon(name: IconName, size = 16): TemplateResult {
  return svg`<svg
    width=${size}
    height=${size}
    viewBox="0 0 16 16"
    fill=${FILLED.has(name) ? 'currentColor' : 'none'}
    stroke="currentColor"
    stroke-width=${DOTS.has(name) ? 2.2 : 1.4}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  ><path d=${PATHS[name] ?? nothing}></path></svg>`;
}
