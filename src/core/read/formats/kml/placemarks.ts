import { scanXml, type XmlHandlers } from '../../xml/scan_xml.ts';

/** A Document or Folder. */
export interface Container {
  kind: 'Document' | 'Folder';
  name: string;
  parent: Container | undefined;
}
type Coordinates = number[][];
export interface Shapes {
  points: Coordinates;
  lines: Coordinates[];
  polygons: Coordinates[][];
}
export interface Placemark extends Shapes {
  /** Its place among the file's placemarks, from 1. */
  number: number;
  container: Container | undefined;
  id: string;
  name: string;
  description: string;
  /** Extended data as text, with the type its schema gives. */
  data: { name: string; text: string; type: string }[];
}

export interface KmlContents {
  placemarks: Placemark[];
  /** What is no placemark of points, lines or areas, counted by its element. */
  unread: Map<string, number>;
}

const UNREAD = new Set(['NetworkLink', 'GroundOverlay', 'ScreenOverlay', 'PhotoOverlay', 'Model', 'Track']);
const CAPTURED = new Set(['name', 'description', 'coordinates', 'SimpleData', 'value']);

/**
 * The placemarks of a KML document in document order.
 * @param encoding where it is not what the document says or its byte order mark tells
 * @throws {XmlFault} where it is not well-formed
 */
export function scanPlacemarks(bytes: Uint8Array, encoding?: string): KmlContents {
  const scan = new PlacemarkScan();
  scanXml(bytes, scan, encoding);
  return { placemarks: scan.placemarks, unread: scan.unread };
}

class PlacemarkScan implements XmlHandlers {
  readonly placemarks: Placemark[] = [];
  readonly unread = new Map<string, number>();
  readonly #path: string[] = [];
  readonly #types = new Map<string, string>();
  #schema = '';
  #container: Container | undefined;
  #placemark: Placemark | undefined;
  #polygon: Coordinates[] | undefined;
  #isHole = false;
  #field = '';
  /** Pieces of the text of the element that is being captured. */
  #captured: string[] | undefined;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#path.push(name);
    this.#captured = CAPTURED.has(name) ? [] : undefined;
    const mark = this.#placemark;
    if (UNREAD.has(name)) this.unread.set(name, (this.unread.get(name) ?? 0) + 1);
    if (name === 'Document' || name === 'Folder') this.#container = { kind: name, name: '', parent: this.#container };
    else if (name === 'Placemark')
      this.#placemark = {
        number: this.placemarks.length + 1,
        container: this.#container,
        id: attributes.id ?? '',
        name: '',
        description: '',
        data: [],
        points: [],
        lines: [],
        polygons: [],
      };
    else if (name === 'Schema') this.#schema = attributes.id ?? attributes.name ?? '';
    else if (name === 'SimpleField' && attributes.name !== undefined)
      this.#types.set(`${this.#schema}|${attributes.name}`, attributes.type ?? '');
    else if (name === 'SchemaData') this.#schema = (attributes.schemaUrl ?? '').replace(/^.*#/, '');
    else if (name === 'SimpleData' || name === 'Data') this.#field = attributes.name ?? '';
    else if (name === 'Polygon' && mark) this.#polygon = [];
    else if (name === 'outerBoundaryIs' || name === 'innerBoundaryIs') this.#isHole = name === 'innerBoundaryIs';
  }

  text(piece: string): void {
    this.#captured?.push(piece);
  }

  close(name: string): void {
    this.#path.pop();
    const text = this.#captured?.join('') ?? '';
    this.#captured = undefined;
    const parent = this.#path.at(-1);
    const mark = this.#placemark;
    if (name === 'Document' || name === 'Folder') this.#container = this.#container?.parent;
    else if (name === 'Placemark' && mark) {
      this.placemarks.push(mark);
      this.#placemark = undefined;
      this.#polygon = undefined;
    } else if (name === 'name') {
      if (parent === 'Placemark' && mark) mark.name = text.trim();
      else if ((parent === 'Document' || parent === 'Folder') && this.#container) this.#container.name = text.trim();
    } else if (!mark) return;
    else if (name === 'description' && parent === 'Placemark') mark.description = text;
    else if (name === 'SimpleData')
      mark.data.push({ name: this.#field, text, type: this.#types.get(`${this.#schema}|${this.#field}`) ?? '' });
    else if (name === 'value' && parent === 'Data') mark.data.push({ name: this.#field, text, type: '' });
    else if (name === 'coordinates') this.#shape(mark, parent ?? '', positionsOf(text));
    else if (name === 'Polygon' && this.#polygon) {
      if (this.#polygon.length > 0) mark.polygons.push(this.#polygon);
      this.#polygon = undefined;
    }
  }

  #shape(mark: Placemark, parent: string, positions: Coordinates): void {
    if (parent === 'Point') mark.points.push(...positions.slice(0, 1));
    else if (parent === 'LineString') mark.lines.push(positions);
    else if (parent === 'LinearRing' && !this.#polygon) mark.lines.push(positions);
    else if (parent === 'LinearRing' && this.#polygon) {
      // Whatever their order in the file, the outer boundary comes first.
      if (this.#isHole) this.#polygon.push(positions);
      else this.#polygon.unshift(positions);
    }
  }
}

/** Positions of a list such as `117.1,31.8,0 117.2,31.8,0`; a height of zero says nothing. People put spaces behind the commas. */
function positionsOf(text: string): Coordinates {
  const trimmed = text.trim().replace(/\s*,\s*/g, ',');
  if (trimmed === '') return [];
  return trimmed.split(/\s+/).map((tuple) => {
    const [x = '', y = '', z = ''] = tuple.split(',');
    const height = z === '' ? 0 : Number(z);
    return [numberOf(x), numberOf(y), ...(height === 0 ? [] : [height])];
  });
}

/** An empty text is no number, least of all zero. */
function numberOf(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}
