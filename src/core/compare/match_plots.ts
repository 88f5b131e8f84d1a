import { compareText } from '../compare_text.ts';
import {
  type Box,
  createBoxIndex,
  measureOverlapSquareMetres,
  measurePlaneAreaSquareMetres,
  type PlaneShape,
  type Projection,
  rememberedPlaneShape,
  toPlane,
} from '../measure/index.ts';
import type { Plot } from '../plan/types.ts';
import { sameGeometry } from './same_geometry.ts';
import { sameOutline } from './same_outline.ts';

/** Plots of the old and the new plan that are the same land. One side is empty for what came or went. */
export interface PlotMatch {
  before: Plot[];
  after: Plot[];
  kind: 'same-number' | 'renumbered' | 'split' | 'merged' | 'added' | 'removed';
  /** Whether the outline moved by more than the tolerance; only told of plots of the same number. */
  isReshaped: boolean;
}

/** Two outlines are the same land when each covers at least this share of the other: what lies beside it is slivers of redrawing. */
const SAME_LAND_SHARE = 0.9;

/** A plot that may be matched by shape. */
class Piece {
  readonly plot: Plot;
  /** The other plan has this number too. */
  readonly hasNamesake: boolean;
  readonly box: Box;
  readonly areaSquareMetres: number;
  readonly #projection: Projection;
  readonly #isSparing: boolean;

  constructor(plot: Plot, hasNamesake: boolean, projection: Projection, isSparing: boolean) {
    this.plot = plot;
    this.hasNamesake = hasNamesake;
    this.#projection = projection;
    this.#isSparing = isSparing;
    const { shape } = this;
    this.box = shape.box;
    this.areaSquareMetres = measurePlaneAreaSquareMetres(shape);
  }

  /** On the measuring plane. Most are looked at once. */
  get shape(): PlaneShape {
    const make = this.#isSparing ? toPlane : rememberedPlaneShape;
    return make(this.plot.geometry, this.#projection);
  }
}
interface Link {
  old: Piece;
  young: Piece;
  /** Shared area as a share of the one and the other. */
  oldShare: number;
  youngShare: number;
  sharedSquareMetres: number;
}

/**
 * Matches plots by number, then by shape those that are left over. A plot that was cut and kept its number for one part, or took
 * its neighbours in, is told as split or merged. The order of the plots does not matter, and exchanging the sides mirrors the result.
 * @param isSparing shapes on the plane are made again when they are looked at again, and not kept
 */
export function matchPlots(
  before: readonly Plot[],
  after: readonly Plot[],
  projection: Projection,
  isSparing = false,
): PlotMatch[] {
  const oldByNumber = new Map(before.map((plot) => [plot.id, plot]));
  const youngByNumber = new Map(after.map((plot) => [plot.id, plot]));
  const matches: PlotMatch[] = [];
  const oldPieces: Piece[] = [];
  const youngPieces: Piece[] = [];
  const pieceOf = (plot: Plot, hasNamesake: boolean) => new Piece(plot, hasNamesake, projection, isSparing);
  for (const [number, old] of oldByNumber) {
    const young = youngByNumber.get(number);
    if (young && isSameShape(old, young, projection, isSparing))
      matches.push({ kind: 'same-number', before: [old], after: [young], isReshaped: false });
    else oldPieces.push(pieceOf(old, young !== undefined));
  }
  const open = new Set(oldPieces.map(({ plot }) => plot.id));
  for (const [number, young] of youngByNumber)
    if (open.has(number) || !oldByNumber.has(number)) youngPieces.push(pieceOf(young, open.has(number)));

  const taken = new Set<Piece>();
  const take = (kind: PlotMatch['kind'], old: readonly Piece[], young: readonly Piece[]): void => {
    for (const piece of [...old, ...young]) taken.add(piece);
    const sorted = (pieces: readonly Piece[]) => pieces.map(({ plot }) => plot).sort((a, b) => (a.id < b.id ? -1 : 1));
    matches.push({ kind, before: sorted(old), after: sorted(young), isReshaped: kind === 'same-number' });
  };
  const isFree = (piece: Piece) => !taken.has(piece);

  // Without anything that came or went there is nothing to match by shape.
  const hasStrangers = (pieces: readonly Piece[]) => pieces.some(({ hasNamesake }) => !hasNamesake);
  const links = hasStrangers(oldPieces) || hasStrangers(youngPieces) ? linkPieces(oldPieces, youngPieces) : [];
  for (const { old, young, oldShare, youngShare } of links) {
    if (old.hasNamesake || young.hasNamesake || !isFree(old) || !isFree(young)) continue;
    if (oldShare >= SAME_LAND_SHARE && youngShare >= SAME_LAND_SHARE) take('renumbered', [old], [young]);
  }
  for (const group of [...groupsOf(links, 'split'), ...groupsOf(links, 'merged')].sort(compareGroups)) {
    const { whole, parts, kind } = group;
    if (![whole, ...parts].every(isFree)) continue;
    if (kind === 'split') take('split', [whole], parts);
    else take('merged', parts, [whole]);
  }

  const namesakes = new Map(youngPieces.filter(isFree).map((piece) => [piece.plot.id, piece]));
  for (const old of oldPieces.filter(isFree)) {
    const young = namesakes.get(old.plot.id);
    if (young) take('same-number', [old], [young]);
    else take('removed', [old], []);
  }
  for (const young of youngPieces.filter(isFree)) take('added', [], [young]);
  return matches;
}

function isSameShape(old: Plot, young: Plot, projection: Projection, isSparing: boolean): boolean {
  const make = isSparing ? toPlane : rememberedPlaneShape;
  return (
    sameGeometry(old.geometry, young.geometry) ||
    sameOutline(make(old.geometry, projection), make(young.geometry, projection))
  );
}

/** Every pair of which one covers most of the other, the largest shared area first. */
function linkPieces(oldPieces: readonly Piece[], youngPieces: readonly Piece[]): Link[] {
  const index = createBoxIndex(youngPieces.map(({ box }) => box));
  const links: Link[] = [];
  for (const old of oldPieces) {
    for (const position of index.search(old.box)) {
      const young = youngPieces[position];
      if (!young || !(old.areaSquareMetres > 0) || !(young.areaSquareMetres > 0)) continue;
      const sharedSquareMetres = measureOverlapSquareMetres(old.shape, young.shape);
      const oldShare = sharedSquareMetres / old.areaSquareMetres;
      const youngShare = sharedSquareMetres / young.areaSquareMetres;
      if (Math.max(oldShare, youngShare) >= SAME_LAND_SHARE)
        links.push({ old, young, oldShare, youngShare, sharedSquareMetres });
    }
  }
  return links.sort((a, b) => b.sharedSquareMetres - a.sharedSquareMetres || compareText(linkName(a), linkName(b)));
}

/** The same name whichever plan is the older. */
function linkName({ old, young }: Link): string {
  return JSON.stringify([old.plot.id, young.plot.id].sort());
}

interface Group {
  kind: 'split' | 'merged';
  whole: Piece;
  parts: Piece[];
  sharedSquareMetres: number;
}

/** Wholes of the one plan that several parts of the other make up. Written for both directions, so that they mirror each other. */
function groupsOf(links: readonly Link[], kind: Group['kind']): Group[] {
  const groups = new Map<Piece, Group>();
  const placed = new Set<Piece>();
  for (const { old, young, oldShare, youngShare, sharedSquareMetres } of links) {
    const [whole, part, partShare] = kind === 'split' ? [old, young, youngShare] : [young, old, oldShare];
    // The largest comes first: a part belongs to the whole that holds most of it. Another plot's number is not taken from it.
    if (partShare < SAME_LAND_SHARE || placed.has(part)) continue;
    if (part.hasNamesake && part.plot.id !== whole.plot.id) continue;
    placed.add(part);
    const group = groups.get(whole) ?? { kind, whole, parts: [], sharedSquareMetres: 0 };
    group.parts.push(part);
    group.sharedSquareMetres += sharedSquareMetres;
    groups.set(whole, group);
  }
  return [...groups.values()].filter(({ whole, parts, sharedSquareMetres }) => {
    // A whole whose number lives on elsewhere is that plot, reshaped; what lies on its old land is new.
    const keepsNumber = !whole.hasNamesake || parts.some(({ plot }) => plot.id === whole.plot.id);
    return parts.length > 1 && keepsNumber && sharedSquareMetres >= SAME_LAND_SHARE * whole.areaSquareMetres;
  });
}

function compareGroups(a: Group, b: Group): number {
  const name = ({ whole, parts }: Group) => JSON.stringify([whole.plot.id, ...parts.map(({ plot }) => plot.id).sort()]);
  return b.sharedSquareMetres - a.sharedSquareMetres || compareText(name(a), name(b));
}
