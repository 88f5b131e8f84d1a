import { LAYER_IDS, type LayerId } from '../core/plan/types.ts';
import { type Range, THEME_IDS, type ThemeId } from '../core/theme/types.ts';
import { type Camera, INITIAL_VIEW, type View } from './view.ts';

/** Six decimals of a degree are about 10 cm on the ground. */
const DEGREE_DIGITS = 6;
const ZOOM_DIGITS = 3;
const ANGLE_DIGITS = 1;
const OPACITY_DIGITS = 2;
/** Longest hash that is obeyed: anything longer was not written by `encodeView`. */
const MAX_LENGTH = 8000;

/**
 * The view as the fragment of an address, without `#`. What is as `INITIAL_VIEW` has it is left out, and so is the hover: a
 * copied address stays short. The camera is rounded to about 10 cm.
 */
export function encodeView(view: View): string {
  const parts: string[] = [];
  const put = (key: string, value: string) => parts.push(`${key}=${value}`);
  if (view.theme !== INITIAL_VIEW.theme) put('theme', view.theme);
  if (view.mode !== INITIAL_VIEW.mode) put('mode', view.mode);
  if (view.camera) put('at', encodeCamera(view.camera));
  if (view.selection) put('select', `${view.selection.layer}/${encodeText(view.selection.id)}`);
  const { height, far, classes } = view.filters;
  if (height && !isOpen(height)) put('height', encodeRange(height));
  if (far && !isOpen(far)) put('far', encodeRange(far));
  if (classes.length > 0) put('classes', classes.map(encodeText).join(','));
  if (view.hiddenLayers.length > 0) put('hide', view.hiddenLayers.join(','));
  if (!view.labels) put('labels', '0');
  if (view.timelineStep !== undefined) put('step', String(view.timelineStep));
  if (view.basemap !== undefined) put('basemap', encodeText(view.basemap));
  if (view.shellOpacity !== INITIAL_VIEW.shellOpacity) put('shell', fixed(view.shellOpacity, OPACITY_DIGITS));
  if (view.appearance !== INITIAL_VIEW.appearance) put('look', view.appearance);
  if (view.language !== INITIAL_VIEW.language) put('lang', view.language);
  return parts.join('&');
}

/**
 * Reads what `encodeView` wrote, with or without `#`. Whatever is missing, misspelt or out of range stays as in `INITIAL_VIEW`:
 * an address typed by hand never fails.
 */
export function decodeView(hash: string): View {
  const view: View = { ...INITIAL_VIEW, hiddenLayers: [], filters: { classes: [] } };
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  if (text.length > MAX_LENGTH) return view;
  const values = new Map<string, string>();
  for (const part of text.split('&')) {
    const at = part.indexOf('=');
    if (at > 0) values.set(part.slice(0, at), part.slice(at + 1));
  }
  const theme = values.get('theme');
  if (isTheme(theme)) view.theme = theme;
  const mode = values.get('mode');
  if (mode === '2d' || mode === '3d') view.mode = mode;
  const camera = decodeCamera(values.get('at'));
  if (camera) view.camera = camera;
  const selection = decodeSelection(values.get('select'));
  if (selection) view.selection = selection;
  const height = decodeRange(values.get('height'));
  if (height) view.filters.height = height;
  const far = decodeRange(values.get('far'));
  if (far) view.filters.far = far;
  view.filters.classes = [...new Set(decodeList(values.get('classes')))];
  view.hiddenLayers = [...new Set(decodeList(values.get('hide')).filter(isLayer))];
  if (values.get('labels') === '0') view.labels = false;
  const step = finite(values.get('step'));
  if (step !== undefined && Number.isInteger(step) && step >= 0) view.timelineStep = step;
  const basemap = decodeText(values.get('basemap'));
  if (basemap) view.basemap = basemap;
  const shell = finite(values.get('shell'));
  if (shell !== undefined && shell >= 0 && shell <= 1) view.shellOpacity = shell;
  const look = values.get('look');
  if (look === 'auto' || look === 'light' || look === 'dark') view.appearance = look;
  const language = values.get('lang');
  if (language === 'zh-CN' || language === 'en') view.language = language;
  return view;
}

function isTheme(value: string | undefined): value is ThemeId {
  return THEME_IDS.some((id) => id === value);
}

function isLayer(value: string | undefined): value is LayerId {
  return LAYER_IDS.some((id) => id === value);
}

function isOpen(range: Range): boolean {
  return range.from === undefined && range.to === undefined;
}

function fixed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

/** A number in plain or exponent notation; undefined for anything else, infinities included. */
function finite(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function encodeCamera(camera: Camera): string {
  return [
    fixed(camera.longitude, DEGREE_DIGITS),
    fixed(camera.latitude, DEGREE_DIGITS),
    fixed(camera.zoom, ZOOM_DIGITS),
    fixed(camera.bearing, ANGLE_DIGITS),
    fixed(camera.pitch, ANGLE_DIGITS),
  ].join(',');
}

function decodeCamera(text: string | undefined): Camera | undefined {
  const [longitude, latitude, zoom, bearing = 0, pitch = 0] = (text ?? '').split(',').map(finite);
  if (longitude === undefined || latitude === undefined || zoom === undefined) return undefined;
  const isOnEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 && zoom >= 0 && zoom <= 24;
  const isPossible = Math.abs(bearing) <= 360 && pitch >= 0 && pitch <= 85;
  return isOnEarth && isPossible ? { longitude, latitude, zoom, bearing, pitch } : undefined;
}

function encodeRange(range: Range): string {
  return `${range.from ?? ''}~${range.to ?? ''}`;
}

function decodeRange(text: string | undefined): Range | undefined {
  if (!text?.includes('~')) return undefined;
  const [from, to] = text.split('~').map(finite);
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return isOpen(range) ? undefined : range;
}

/** Text that is no valid UTF-16 cannot stand in an address: it is left out rather than stopping the rest. */
function encodeText(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '';
  }
}

function decodeText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function decodeList(text: string | undefined): string[] {
  if (!text) return [];
  return text.split(',').flatMap((part) => decodeText(part) || []);
}

function decodeSelection(text: string | undefined): View['selection'] {
  const at = text?.indexOf('/') ?? -1;
  if (text === undefined || at < 0) return undefined;
  const layer = text.slice(0, at);
  const id = decodeText(text.slice(at + 1));
  return isLayer(layer) && id ? { layer, id } : undefined;
}
