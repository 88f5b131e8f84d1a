import type { MeasureState } from '../state/map_port.ts';
import type { DrawnCollection, DrawnFeature } from './sources.ts';

type Place = [longitude: number, latitude: number];

/** What is drawn of a measurement: its points, the line or area between them, and the band to the pointer. */
export function measureFeatures(measure: MeasureState, pointer: Place | undefined): DrawnCollection {
  const features: DrawnFeature[] = [];
  const { tool, points } = measure;
  if (tool === 'none') return { type: 'FeatureCollection', features };
  const add = (role: string, geometry: DrawnFeature['geometry'], number?: string): void => {
    features.push({ type: 'Feature', geometry, properties: number === undefined ? { role } : { role, number } });
  };
  const first = points[0];
  const last = points.at(-1);
  const isOpen = !measure.finished && pointer !== undefined;
  const ring: Place[] = isOpen ? [...points, pointer] : [...points];
  if (tool === 'area' && first && ring.length >= 3) add('area', { type: 'Polygon', coordinates: [[...ring, first]] });
  if (points.length >= 2) {
    const isClosed = tool === 'area' && measure.finished && first !== undefined;
    add('line', { type: 'LineString', coordinates: isClosed ? [...points, first] : points });
  }
  if (isOpen && last && first) {
    const closing = tool === 'area' && points.length >= 2 ? [first] : [];
    add('band', { type: 'LineString', coordinates: [last, pointer, ...closing] });
  }
  points.forEach((point, index) => {
    add('point', { type: 'Point', coordinates: point }, String(index + 1));
  });
  return { type: 'FeatureCollection', features };
}
