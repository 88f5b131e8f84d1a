import type { Point } from './curves.ts';
import { type Block, brokenFigureOf, type Entity, numberOf, textOf } from './document.ts';
import { type Path, pathOf, placeOf } from './entity_paths.ts';
import { depthOfStyle, hatchRings } from './hatch.ts';
import { type Lettering, letteringOf } from './lettering.ts';
import { closedRing, nestRings, type Ring } from './rings.ts';
import { apply, compose, planeOf, scaleOf, type Transform } from './transform.ts';

export interface Shape {
  layer: string;
  /** The entity, and its handle with those of the blocks it stands in before it. */
  type: string;
  handle: string;
  geometry:
    | { type: 'Polygon'; coordinates: Ring[] }
    | { type: 'LineString'; coordinates: Point[] }
    | { type: 'Point'; coordinates: Point };
  /** Attributes of the block reference it is, or is the one outline of. */
  attributes?: readonly Lettering[];
  /** Between the ends of an open line that nearly closes. */
  gapMetres?: number;
}

/** An entity that was not drawn, and what stands in it in the place of a figure. */
export interface BrokenEntity extends Pick<Shape, 'layer' | 'type' | 'handle'> {
  found: string;
}

/** Blocks within blocks; a drawing has a few levels, a hostile one refers to itself. */
const DEEPEST_BLOCK = 16;
/** More than any drawing of a park has: blocks within blocks can grow without end. */
const MOST_SHAPES = 2_000_000;
const MOST_POINTS = 20_000_000;
const MOST_EXPANDED = 300_000;
const RADIANS = Math.PI / 180;
/** What is lettering, layout or nothing to draw. */
const LETTERED = new Set(['TEXT', 'MTEXT', 'ATTRIB']);
const FIGURED = new Set(
  'LINE LWPOLYLINE POLYLINE CIRCLE ARC ELLIPSE SPLINE SOLID TRACE 3DFACE HATCH MPOLYGON POINT INSERT'.split(' '),
);
const NOT_SHAPES = new Set(['ATTDEF', 'SEQEND', 'VIEWPORT', 'VERTEX', 'ENDBLK']);

/** Gathers the shapes and the lettering of a drawing's entities, in metres. */
export class ShapeCollector {
  readonly shapes: Shape[] = [];
  readonly lettering: Lettering[] = [];
  /** Kinds of entities that are not read, and how many. */
  readonly unread = new Map<string, number>();
  /** Names of other drawings this one refers to. */
  readonly external = new Set<string>();
  /** Entities of which a figure cannot be read: they are not drawn, for they would be other shapes. */
  readonly broken: BrokenEntity[] = [];
  brokenHatches = 0;
  isTooLarge = false;
  #points = 0;
  #expanded = 0;
  readonly #blocks: ReadonlyMap<string, Block>;
  readonly #toleranceMetres: number;

  constructor(blocks: ReadonlyMap<string, Block>, toleranceMetres: number) {
    this.#blocks = blocks;
    this.#toleranceMetres = toleranceMetres;
  }

  /** @param toMetres from the entity's coordinates to metres */
  add(entity: Entity, toMetres: Transform): void {
    // Entities of a layout are drawn on the sheet, not in the park.
    if (numberOf(entity, 67, 0) === 1) this.#skip('PAPERSPACE');
    else this.#add(entity, toMetres, { layer: '0', handles: '', blocks: [] });
  }

  #add(entity: Entity, outer: Transform, within: Within): void {
    if (this.isTooLarge) return;
    const plane = planeOf(numberOf(entity, 210, 0), numberOf(entity, 220, 0), numberOf(entity, 230, 1));
    const transform = WORLD_ENTITIES.has(entity.type) ? outer : compose(outer, plane);
    const tolerance = this.#toleranceMetres / scaleOf(transform);
    // Layer 0 in a block means the layer the block stands on.
    const layer = entity.layer === '0' && within.blocks.length > 0 ? within.layer : entity.layer;
    const base = { layer, type: entity.type, handle: `${within.handles}${entity.handle}` };
    const isLettering = LETTERED.has(entity.type);
    const found = isLettering || FIGURED.has(entity.type) ? brokenFigureOf(entity) : undefined;
    if (found !== undefined) {
      if (isLettering) this.#skip(entity.type);
      else this.broken.push({ ...base, found });
      return;
    }
    const path = pathOf(entity, tolerance);
    if (path) this.#path(base, path, transform);
    else if (entity.type === 'HATCH' || entity.type === 'MPOLYGON') this.#hatch(entity, base, transform, tolerance);
    else if (entity.type === 'POINT')
      this.#give(base, { type: 'Point', coordinates: apply(transform, placeOf(entity)) }, 1);
    else if (isLettering) for (const one of letteringOf(entity, layer, transform)) this.lettering.push(one);
    else if (entity.type === 'INSERT') this.#insert(entity, layer, outer, transform, within);
    else if (!NOT_SHAPES.has(entity.type)) this.#skip(entity.type);
  }

  #skip(type: string): void {
    this.unread.set(type, (this.unread.get(type) ?? 0) + 1);
  }

  #give(
    base: Base,
    geometry: Shape['geometry'],
    points: number,
    more: Pick<Shape, 'attributes' | 'gapMetres'> = {},
  ): void {
    this.#points += points;
    if (this.shapes.length >= MOST_SHAPES || this.#points > MOST_POINTS) this.isTooLarge = true;
    else this.shapes.push({ ...base, geometry, ...more });
  }

  #path(base: Base, { isClosed, points, gap }: Path, transform: Transform): void {
    const placed = points.map((point) => apply(transform, point));
    const ring = isClosed ? closedRing(placed) : undefined;
    const [first, second] = placed;
    // A line from a point to itself is a slip of the mouse.
    const isLine =
      !isClosed && first && second && (placed.length > 2 || first[0] !== second[0] || first[1] !== second[1]);
    if (ring) this.#give(base, { type: 'Polygon', coordinates: [ring] }, ring.length);
    else if (isLine) {
      const more = gap === undefined ? {} : { gapMetres: gap * scaleOf(transform) };
      this.#give(base, { type: 'LineString', coordinates: placed }, placed.length, more);
    }
  }

  #hatch(entity: Entity, base: Base, transform: Transform, tolerance: number): void {
    const { rings, brokenCount } = hatchRings(entity, tolerance);
    this.brokenHatches += brokenCount;
    const polygons = nestRings(rings, depthOfStyle(entity));
    for (const [index, polygon] of polygons.entries()) {
      const coordinates = polygon.map((ring) => ring.map((point) => apply(transform, point)));
      // One hatch over several plots is a habit: each of its areas is a shape.
      const handle = polygons.length > 1 ? `${base.handle}-${index + 1}` : base.handle;
      const points = coordinates.reduce((sum, ring) => sum + ring.length, 0);
      this.#give({ ...base, handle }, { type: 'Polygon', coordinates }, points);
    }
  }

  #insert(entity: Entity, layer: string, outer: Transform, transform: Transform, within: Within): void {
    const name = textOf(entity, 2);
    const block = this.#blocks.get(name);
    if (!block || block.isExternal) {
      if (block) this.external.add(name);
      return;
    }
    if (within.blocks.includes(name) || within.blocks.length >= DEEPEST_BLOCK) return;
    const angle = numberOf(entity, 50, 0) * RADIANS;
    const [scaleX, scaleY] = [numberOf(entity, 41, 1), numberOf(entity, 42, 1)];
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    const columns = clampCount(numberOf(entity, 70, 1));
    const rows = clampCount(numberOf(entity, 71, 1));
    const insertion = apply(transform, placeOf(entity));
    // The attributes of one reference belong together, wherever each of them is drawn.
    const attributes = entity.children
      .filter(({ type }) => type === 'ATTRIB')
      .flatMap((child) => letteringOf(child, child.layer === '0' ? layer : child.layer, outer))
      .map((one) => ({ ...one, point: insertion }));
    const areas: Shape[] = [];
    for (let row = 0; row < rows && !this.isTooLarge; row += 1)
      for (let column = 0; column < columns && !this.isTooLarge; column += 1) {
        const [dx, dy] = [column * numberOf(entity, 44, 0), row * numberOf(entity, 45, 0)];
        const place: Transform = [
          cosine * scaleX,
          sine * scaleX,
          -sine * scaleY,
          cosine * scaleY,
          numberOf(entity, 10, 0) + cosine * dx - sine * dy,
          numberOf(entity, 20, 0) + sine * dx + cosine * dy,
        ];
        const inner = compose(transform, compose(place, [1, 0, 0, 1, -block.baseX, -block.baseY]));
        const step = rows * columns > 1 ? `${entity.handle}.${row + 1}.${column + 1}` : entity.handle;
        const before = this.shapes.length;
        for (const one of block.entities)
          this.#add(one, inner, {
            layer,
            handles: `${within.handles}${step}/`,
            blocks: [...within.blocks, name],
          });
        // Blocks in empty blocks, a million times over, draw nothing but take for ever.
        this.#expanded += 1;
        if (this.#expanded > MOST_EXPANDED) this.isTooLarge = true;
        if (attributes.length > 0)
          for (const shape of this.shapes.slice(before)) if (shape.geometry.type === 'Polygon') areas.push(shape);
      }
    const [only] = areas;
    if (only && areas.length === 1) only.attributes = attributes;
    else for (const one of attributes) this.lettering.push(one);
    // A symbol with attributes is a thing at a point: a station, a landmark.
    if (attributes.length > 0 && !only) {
      const base = { layer, type: 'INSERT', handle: `${within.handles}${entity.handle}` };
      this.#give(base, { type: 'Point', coordinates: insertion }, 1, { attributes });
    }
  }
}

interface Base {
  layer: string;
  type: string;
  handle: string;
}
interface Within {
  /** Layer of the block reference. */
  layer: string;
  handles: string;
  blocks: readonly string[];
}

/** Their coordinates are the world's whatever their extrusion says. */
const WORLD_ENTITIES = new Set(['LINE', 'POINT', 'ELLIPSE', 'SPLINE', '3DFACE']);

function clampCount(value: number): number {
  return Math.max(1, Math.min(10_000, Math.round(value)));
}
