import { SaxesParser } from 'saxes';

export interface XmlHandlers {
  /** `name` without its namespace's prefix; attributes as they are written, prefix included. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  /** Text between tags, in as many pieces as it comes in. */
  text?(text: string): void;
}

/** What is wrong with a document that is not well-formed, with the place (from 1). */
export class XmlFault extends Error {
  readonly line: number;
  readonly column: number;
  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** Elements nested deeper than this are broken or hostile. */
const DEEPEST = 200;
const PIECE_BYTES = 1 << 20;

/**
 * Reads an XML document from its bytes, in the encoding it states or its byte order mark tells (else UTF-8), piece by piece, so that
 * it may be longer than a string can. Entities a document defines itself are not expanded: a small file cannot grow into a large one.
 * @param encoding label of the encoding, where it is known better
 * @throws {XmlFault} where it is not well-formed
 */
export function scanXml(bytes: Uint8Array, handlers: XmlHandlers, encoding = encodingOf(bytes)): void {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  const fail = (message: string): never => {
    throw new XmlFault(message, parser.line, parser.column);
  };
  parser.on('error', ({ message }) => fail(message));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) fail(`nested deeper than ${DEEPEST}`);
    handlers.open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close?.(localName(name));
  });
  const { text } = handlers;
  if (text) {
    parser.on('text', (piece) => text.call(handlers, piece));
    parser.on('cdata', (piece) => text.call(handlers, piece));
  }
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true }));
  parser.write(decoder.decode());
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Label of the encoding a document is in: by its byte order mark or the zeros of UTF-16, else as it states, else UTF-8. */
export function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const stated = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  if (stated === undefined) return 'utf-8';
  try {
    new TextDecoder(stated);
    return stated;
  } catch {
    return 'utf-8';
  }
}
