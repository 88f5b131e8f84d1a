import { unescaped } from './drawing_text.ts';
import type { Tag, TagReader } from './tags.ts';

export interface Entity {
  type: string;
  /** Empty in files older than handles. */
  handle: string;
  layer: string;
  tags: Tag[];
  /** Vertices of a POLYLINE, attributes of an INSERT. */
  children: Entity[];
}
export interface Block {
  baseX: number;
  baseY: number;
  /** It stands for another drawing, which is not in the file. */
  isExternal: boolean;
  entities: Entity[];
}
export interface DrawingDocument {
  /** Values of the header's variables that hold one. */
  header: ReadonlyMap<string, string>;
  /** Names of layers that are frozen or switched off. */
  hiddenLayers: ReadonlySet<string>;
  blocks: ReadonlyMap<string, Block>;
  /** The file goes to the end of its entities. */
  isComplete: boolean;
}

/** The number of an entity's first tag with a group code; another where it has none that is one. */
export function numberOf(entity: { tags: readonly Tag[] }, code: number, otherwise: number): number {
  const tag = entity.tags.find((one) => one.code === code);
  const value = tag === undefined ? Number.NaN : Number(tag.value);
  return Number.isFinite(value) ? value : otherwise;
}

/** The text of an entity's first tag with a group code; empty where it has none. */
export function textOf(entity: { tags: readonly Tag[] }, code: number): string {
  const tag = entity.tags.find((one) => one.code === code);
  return tag === undefined ? '' : String(tag.value);
}

/** Codes of coordinates, lengths, bulges and angles. */
const [FIRST_FIGURE, LAST_FIGURE] = [10, 59];

/** What stands where an entity, or one of its vertices, should have a figure; undefined where all are numbers. */
export function brokenFigureOf({ tags, children }: Entity): string | undefined {
  for (const { code, value } of tags)
    if (code >= FIRST_FIGURE && code <= LAST_FIGURE && !isFigure(value)) return String(value).trim();
  for (const child of children) {
    const broken = child.type === 'VERTEX' ? brokenFigureOf(child) : undefined;
    if (broken !== undefined) return broken;
  }
  return undefined;
}

function isFigure(value: string | number): boolean {
  return Number.isFinite(typeof value === 'number' ? value : value.trim() === '' ? Number.NaN : Number(value));
}

/** Reads one section after the other; what stands in the drawing itself is given away as it comes, for there may be much of it. */
export function readDocument(
  reader: TagReader,
  onEntity: (entity: Entity, document: DrawingDocument) => void,
): DrawingDocument {
  return new DocumentReader(reader, onEntity).read();
}

class DocumentReader {
  readonly #reader: TagReader;
  readonly #onEntity: (entity: Entity, document: DrawingDocument) => void;
  readonly #header = new Map<string, string>();
  readonly #hiddenLayers = new Set<string>();
  readonly #blocks = new Map<string, Block>();
  readonly #document: DrawingDocument & { isComplete: boolean };
  /** The pair that was read and not used yet. */
  #tag: Tag | undefined;

  constructor(reader: TagReader, onEntity: (entity: Entity, document: DrawingDocument) => void) {
    this.#reader = reader;
    this.#onEntity = onEntity;
    this.#document = {
      header: this.#header,
      hiddenLayers: this.#hiddenLayers,
      blocks: this.#blocks,
      isComplete: false,
    };
  }

  read(): DrawingDocument {
    this.#step();
    while (this.#tag && !this.#is(0, 'EOF')) {
      if (!this.#is(0, 'SECTION')) {
        this.#step();
        continue;
      }
      this.#step();
      const name = this.#tag?.code === 2 ? String(this.#tag.value).trim() : '';
      this.#step();
      if (name === 'HEADER') this.#readHeader();
      else if (name === 'TABLES') this.#readTables();
      else if (name === 'BLOCKS') this.#readBlocks();
      else if (name === 'ENTITIES') {
        this.#readEntities('ENDSEC', (entity) => this.#onEntity(entity, this.#document));
        this.#document.isComplete = this.#is(0, 'ENDSEC');
      } else while (this.#tag && !this.#is(0, 'ENDSEC')) this.#step();
    }
    return this.#document;
  }

  #step(): void {
    this.#tag = this.#reader.next();
  }

  #is(code: number, value: string): boolean {
    return this.#tag?.code === code && String(this.#tag.value).trim() === value;
  }

  #readHeader(): void {
    let variable = '';
    for (; this.#tag && this.#tag.code !== 0; this.#step()) {
      const { code, value } = this.#tag;
      if (code === 9) variable = String(value).trim();
      else if (!this.#header.has(variable)) this.#header.set(variable, String(value).trim());
    }
  }

  #readTables(): void {
    while (this.#tag && !this.#is(0, 'ENDSEC')) {
      const entity = this.#readEntity();
      if (entity?.type !== 'LAYER') continue;
      const isFrozen = (numberOf(entity, 70, 0) & 1) === 1;
      // A layer that is off has a negative colour.
      if (isFrozen || numberOf(entity, 62, 7) < 0) this.#hiddenLayers.add(unescaped(textOf(entity, 2)));
    }
  }

  #readBlocks(): void {
    while (this.#tag && !this.#is(0, 'ENDSEC')) {
      const head = this.#readEntity();
      if (head?.type !== 'BLOCK') continue;
      const entities: Entity[] = [];
      this.#readEntities('ENDBLK', (entity) => entities.push(entity));
      this.#blocks.set(textOf(head, 2), {
        baseX: numberOf(head, 10, 0),
        baseY: numberOf(head, 20, 0),
        isExternal: (numberOf(head, 70, 0) & 4) !== 0,
        entities,
      });
    }
  }

  #readEntities(end: string, give: (entity: Entity) => void): void {
    while (this.#tag && !this.#is(0, end) && !this.#is(0, 'ENDSEC') && !this.#is(0, 'EOF')) {
      const entity = this.#readEntity();
      if (!entity) continue;
      const hasChildren = entity.type === 'POLYLINE' || (entity.type === 'INSERT' && numberOf(entity, 66, 0) === 1);
      if (hasChildren) {
        while (this.#is(0, 'VERTEX') || this.#is(0, 'ATTRIB')) {
          const child = this.#readEntity();
          if (child) entity.children.push(child);
        }
        if (this.#is(0, 'SEQEND')) this.#readEntity();
      }
      give(entity);
    }
  }

  /** From a 0 to the next; a pair that belongs to nothing is passed over. */
  #readEntity(): Entity | undefined {
    const start = this.#tag;
    this.#step();
    if (start?.code !== 0) return undefined;
    const entity: Entity = { type: String(start.value).trim(), handle: '', layer: '0', tags: [], children: [] };
    let isInGroup = false;
    for (; this.#tag && this.#tag.code !== 0; this.#step()) {
      const { code, value } = this.#tag;
      // What applications have put in braces, and behind the entity's own data, is theirs.
      if (code === 102) isInGroup = String(value).trim().startsWith('{');
      else if (isInGroup || code >= 1000) continue;
      else if (code === 5) entity.handle ||= String(value).trim();
      else if (code === 8) entity.layer = unescaped(String(value)).trim() || '0';
      else entity.tags.push(this.#tag);
    }
    return entity;
  }
}
