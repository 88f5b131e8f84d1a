import type { ExpressionSpecification } from 'maplibre-gl';
import { metresPerPixelAt } from '../scale.ts';

/** Zooms between which a width is interpolated: doubling with every zoom, so a line keeps its metres. */
const ZOOM_STOPS = [9, 12, 14, 16, 22];

/**
 * Width of a line that is `metres` wide on the ground, in CSS pixels at every zoom: the map's scale doubles with each zoom, and
 * an exponential interpolation of base 2 between true values is true in between. Below `minimumPixels` it stays visible;
 * `extraPixels` is added on top (a casing).
 */
export function groundWidth(
  metres: ExpressionSpecification | number,
  latitude: number,
  minimumPixels: number,
  extraPixels = 0,
): ExpressionSpecification {
  const stops = ZOOM_STOPS.flatMap((zoom): [number, ExpressionSpecification] => [
    zoom,
    ['+', ['max', minimumPixels, ['*', metres, 1 / metresPerPixelAt(latitude, zoom)]], extraPixels],
  ]);
  const [firstZoom, firstWidth, ...rest] = stops as [
    number,
    ExpressionSpecification,
    ...(number | ExpressionSpecification)[],
  ];
  return ['interpolate', ['exponential', 2], ['zoom'], firstZoom, firstWidth, ...rest];
}
