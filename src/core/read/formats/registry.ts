import { sourceOfBytes } from '../byte_source.ts';
import { openGeojsonSource } from '../geojson/open_geojson.ts';
import { guardedRead } from '../guarded_read.ts';
import type { InputFile } from '../types.ts';
import { isBoundaryFile } from './boundary_kind.ts';
import type { Format } from './format.ts';
import { workbookKindOf } from './workbook/workbook_kind.ts';

/** So much at the start of a file tells what it is; of some also at its end: the middle is coordinates. */
const TELLING_BYTES = 4096;

/** What everything is that no other format claims: the reader of GeoJSON says what is wrong with it. */
const geojson: Format = {
  format: 'geojson',
  matches: () => true,
  readsInParts: true,
  open: async ({ main, source = sourceOfBytes(main.bytes), log, choices, onProgress }) => {
    const choice = Object.hasOwn(choices, main.name) ? choices[main.name] : undefined;
    const options = { encoding: choice?.encoding, onProgress };
    const opened = guardedRead(source, log, () => openGeojsonSource(main.name, source, log, options));
    return opened ? [opened] : [];
  },
};

/** A text file is a table where its first two lines are parted by tabs, or by commas, and as often: Excel and ArcGIS save tables so. */
function isTextTable(bytes: Uint8Array): boolean {
  // Of UTF-16 the zeros fall away; in every other encoding these signs are themselves.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, TELLING_BYTES)).replaceAll('\u0000', '');
  const [first = '', second = ''] = start.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (/^\s*[{[<]/.test(first.replace(/^(?:ÿþ|þÿ|ï»¿)/, ''))) return false;
  return ['\t', ','].some((sign) => first.includes(sign) && first.split(sign).length === second.split(sign).length);
}

const csv: Format = {
  format: 'csv',
  matches: ({ name, bytes }) => /\.(?:csv|tsv)$/i.test(name) || (/\.txt$/i.test(name) && isTextTable(bytes)),
  open: async (input) => (await import('./csv.ts')).openCsv(input),
};

const xlsx: Format = {
  format: 'xlsx',
  matches: (file) => workbookKindOf(file) !== undefined,
  open: async (input) => (await import('./xlsx.ts')).openXlsx(input),
};

function startsWith({ bytes }: InputFile, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

const shapefile: Format = {
  format: 'shapefile',
  matches: (file) => startsWith(file, [0x00, 0x00, 0x27, 0x0a]) || /\.dbf$/i.test(file.name),
  open: async (input) => (await import('./shapefile.ts')).openShapefile(input),
};

const SQLITE = [...'SQLite format 3'].map((letter) => letter.charCodeAt(0));
const geopackage: Format = {
  format: 'geopackage',
  matches: (file) => startsWith(file, SQLITE),
  open: async (input) => (await import('./geopackage.ts')).openGeopackage(input),
};

const flatgeobuf: Format = {
  format: 'flatgeobuf',
  matches: (file) => startsWith(file, [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62]),
  open: async (input) => (await import('./flatgeobuf.ts')).openFlatgeobuf(input),
};

const topojson: Format = {
  format: 'topojson',
  matches: ({ bytes }) =>
    [bytes.subarray(0, TELLING_BYTES), bytes.subarray(Math.max(0, bytes.length - TELLING_BYTES))].some((part) =>
      /"type"\s*:\s*"Topology"/.test(new TextDecoder('utf-8').decode(part)),
    ),
  open: async (input) => (await import('./topojson.ts')).openTopojson(input),
};

/** The first element of an XML document is what it is a document of; before it stand declarations and comments. */
const BEFORE_ROOT = /^\ufeff?(?:\s+|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>)*/;
const KML_ROOT = /^<(?:[\w.-]+:)?kml[\s/>]/;
const kml: Format = {
  format: 'kml',
  matches: (file) => {
    const { name, bytes } = file;
    if (startsWith(file, [0x50, 0x4b, 0x03, 0x04])) return /\.kmz$/i.test(name);
    // Zeros between the letters are UTF-16; the letters that tell are ASCII in every other encoding.
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, TELLING_BYTES)).replaceAll('\u0000', '');
    return KML_ROOT.test(start.replace(/^(?:ÿþ|þÿ|ï»¿)/, '').replace(BEFORE_ROOT, ''));
  },
  open: async (input) => (await import('./kml/kml.ts')).openKml(input),
};

/** A text DXF begins with its first section, perhaps with remarks (999) before it; a binary one and a DWG with their names. */
const DXF_START = /^\s*(?:999\r?\n[^\n]*\n\s*)*0\s*\r?\n\s*SECTION\s*\r?\n/;
const dxf: Format = {
  format: 'dxf',
  matches: ({ bytes }) => {
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, TELLING_BYTES)).replace(/^ï»¿/, '');
    return start.startsWith('AutoCAD Binary DXF') || /^AC10\d\d/.test(start) || DXF_START.test(start);
  },
  open: async (input) => (await import('./dxf/dxf.ts')).openDxf(input),
};

const boundaryFile: Format = {
  format: 'boundary-points',
  matches: isBoundaryFile,
  open: async (input) => (await import('./boundary_file.ts')).openBoundaryFile(input),
};

/** In the order they are asked: one entry a format, each with its reader behind `import()`. */
export const FORMATS: readonly Format[] = [
  xlsx,
  boundaryFile,
  csv,
  shapefile,
  geopackage,
  flatgeobuf,
  kml,
  dxf,
  topojson,
  geojson,
];
