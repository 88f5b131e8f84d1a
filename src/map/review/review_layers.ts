import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { PLOT_CHANGE_KINDS, type PlotChangeKind } from '../../core/compare/types.ts';
import { boundsOf } from '../../core/measure/bounds.ts';
import type { Geometry } from '../../core/plan/types.ts';
import type { Marking, ReviewDrawing, ReviewMark } from '../../state/review_drawing.ts';
import type { DrawnCollection, DrawnFeature } from '../sources.ts';
import type { MapScene } from '../style/build_style.ts';
import type { MapPalette } from '../style/palette.ts';
import type { HatchSpec } from '../style/patterns.ts';
import { FONT_BOLD } from '../style/text.ts';
import { CANDIDATE_LOOKS, REVIEW_LOOKS, reviewHatch } from './review_kinds.ts';

/** What a scene is given while an update is under review. */
export interface ReviewParts {
  sources: Record<string, SourceSpecification>;
  /** Below what is pointed at from a list: the spotlight stays on top. */
  ground: LayerSpecification[];
  /** Above everything: writing. */
  writing: LayerSpecification[];
  hatches: HatchSpec[];
}

const HATCHED = PLOT_CHANGE_KINDS.filter((kind) => REVIEW_LOOKS[kind].hatch);

const matchKind = (kinds: readonly string[], value: (kind: string) => string, fallback: string) =>
  [
    'match',
    ['get', 'kind'],
    ...kinds.flatMap((kind) => [kind, value(kind)]),
    fallback,
  ] as unknown as ExpressionSpecification;

const isOld: ExpressionSpecification = ['==', ['get', 'old'], true];
const isNew: ExpressionSpecification = ['!=', ['get', 'old'], true];
const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const isPolygon: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const isLabel: ExpressionSpecification = ['has', 'label'];

/** The shapes of the marks as one collection: to be made once per drawing, for maps compare it by identity. */
export function markFeatures(marks: readonly ReviewMark[]): DrawnCollection {
  const features: DrawnFeature[] = [];
  for (const { kind, isOld: old, geometry, label } of marks) {
    features.push({ type: 'Feature', geometry, properties: old ? { kind, old: true } : { kind } });
    const at = label && middleOf(geometry);
    if (at) features.push({ type: 'Feature', geometry: at, properties: { kind, label } });
  }
  return { type: 'FeatureCollection', features };
}

/** Outlines of the possible readings, each with a name at a corner of its own, so that names of near outlines stay apart. */
export function candidateFeatures(candidates: ReviewDrawing['candidates']): DrawnCollection {
  const features: DrawnFeature[] = [];
  for (const { index, geometry, label } of candidates) {
    const look = index % CANDIDATE_LOOKS.length;
    features.push({ type: 'Feature', geometry, properties: { look } });
    const [west, south, east, north] = boundsOf([geometry]) ?? [0, 0, 0, 0];
    const corners: [number, number][] = [
      [(west + east) / 2, north],
      [(west + east) / 2, south],
      [west, (south + north) / 2],
      [east, (south + north) / 2],
    ];
    features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: corners[index % corners.length] ?? [west, south] },
      properties: { look, label },
    });
  }
  return { type: 'FeatureCollection', features };
}

/** How a review is drawn. */
export interface ReviewLook {
  marking: Marking;
  /** Kinds of change that are drawn; none: all. */
  kinds: ReadonlySet<PlotChangeKind>;
  dark: boolean;
  palette: MapPalette;
}

/** Sources, layers and images of a review: a pure function of what is under review. */
export function reviewParts(
  { marks, candidates }: { marks: DrawnCollection; candidates: DrawnCollection },
  { marking, kinds, dark, palette }: ReviewLook,
): ReviewParts {
  const tone = dark ? 'dark' : 'light';
  const colour = matchKind(
    PLOT_CHANGE_KINDS,
    (kind) => REVIEW_LOOKS[kind as keyof typeof REVIEW_LOOKS][tone],
    palette.text,
  );
  const isFull = marking === 'full';
  // What is picked from the legend; the shapes stay in the source, so that nothing is cut into tiles again.
  const isPicked: ExpressionSpecification[] =
    kinds.size === 0 ? [] : [['in', ['get', 'kind'], ['literal', [...kinds]]] as ExpressionSpecification];
  const visibility = isFull ? 'visible' : 'none';
  const where = (...filters: ExpressionSpecification[]): ExpressionSpecification => ['all', ...isPicked, ...filters];
  const line = (
    id: string,
    filter: ExpressionSpecification,
    paint: Extract<LayerSpecification, { type: 'line' }>['paint'],
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: 'review',
    filter: where(['!', isPoint], filter),
    layout: { 'line-join': 'round' },
    ...(paint && { paint }),
  });
  return {
    sources: {
      review: { type: 'geojson', data: marks, tolerance: 0.1, buffer: 64 },
      candidates: { type: 'geojson', data: candidates, tolerance: 0, buffer: 64 },
    },
    hatches: HATCHED.flatMap((kind) => reviewHatch(kind, dark) ?? []),
    ground: [
      {
        id: 'review-fill',
        type: 'fill',
        source: 'review',
        filter: where(isPolygon, isNew, ['in', ['get', 'kind'], ['literal', [...HATCHED]]] as ExpressionSpecification),
        layout: { visibility },
        paint: {
          'fill-pattern': matchKind(HATCHED, (kind) => `review-${kind}-${tone}`, `review-added-${tone}`),
        },
      },
      line('review-casing', isNew, { 'line-color': palette.halo, 'line-width': isFull ? 5 : 3.6 }),
      line('review-line', isNew, { 'line-color': colour, 'line-width': isFull ? 2.6 : 1.6 }),
      line('review-old-casing', isOld, { 'line-color': palette.halo, 'line-width': isFull ? 4.5 : 3.4 }),
      line('review-old-line', isOld, {
        'line-color': colour,
        'line-width': isFull ? 2.2 : 1.4,
        'line-dasharray': [2.5, 2],
      }),
      {
        id: 'review-point',
        type: 'circle',
        source: 'review',
        filter: where(isPoint, ['!', isLabel]),
        paint: {
          'circle-radius': 9,
          'circle-color': palette.halo,
          'circle-opacity': 0.4,
          'circle-stroke-color': colour,
          'circle-stroke-width': 3,
        },
      },
      {
        id: 'candidate-casing',
        type: 'line',
        source: 'candidates',
        filter: ['!', isPoint],
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.halo, 'line-width': 6 },
      },
      ...CANDIDATE_LOOKS.map(
        (look, index): LayerSpecification => ({
          id: `candidate-line-${index}`,
          type: 'line',
          source: 'candidates',
          filter: ['all', ['!', isPoint], ['==', ['get', 'look'], index]],
          layout: { 'line-join': 'round' },
          paint: { 'line-color': look[tone], 'line-width': 3, 'line-dasharray': [...look.dash] },
        }),
      ),
    ],
    writing: [
      {
        id: 'review-label',
        type: 'symbol',
        source: 'review',
        // Farther away it would cover more than the plot it stands for.
        minzoom: 13.5,
        filter: where(isPoint, isLabel),
        layout: { visibility, 'text-field': ['get', 'label'], 'text-font': FONT_BOLD, 'text-size': 12 },
        paint: { 'text-color': colour, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
      },
      {
        id: 'candidate-label',
        type: 'symbol',
        source: 'candidates',
        filter: isLabel,
        layout: {
          'text-field': ['get', 'label'],
          'text-font': FONT_BOLD,
          'text-size': 13,
          // Other names give way: it is these a person is asked about.
          'text-allow-overlap': true,
        },
        paint: {
          'text-color': [
            'match',
            ['get', 'look'],
            ...CANDIDATE_LOOKS.flatMap((look, index) => [index, look[tone]]),
            palette.text,
          ] as unknown as ExpressionSpecification,
          'text-halo-color': palette.halo,
          'text-halo-width': 2.4,
        },
      },
    ],
  };
}

/** The scene with a review in it. */
export function withReview(scene: MapScene, { sources, ground, writing, hatches }: ReviewParts): MapScene {
  const { style } = scene;
  const layers = [...style.layers];
  const at = layers.findIndex(({ id }) => id === 'spotlight-fill');
  layers.splice(at < 0 ? layers.length : at, 0, ...ground);
  return {
    ...scene,
    hatches: [...scene.hatches, ...hatches],
    style: { ...style, sources: { ...style.sources, ...sources }, layers: [...layers, ...writing] },
  };
}

function middleOf(geometry: Geometry): Geometry | undefined {
  const box = boundsOf([geometry]);
  return box && { type: 'Point', coordinates: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] };
}
