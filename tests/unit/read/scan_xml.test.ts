import { describe, expect, it } from 'vitest';
import { scanXml, XmlFault } from '../../../src/core/read/xml/scan_xml.ts';

function textsOf(bytes: Uint8Array | string): string[] {
  const seen: string[] = [];
  scanXml(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, {
    open: (name, attributes) => seen.push(`<${name}${Object.entries(attributes).flat().join(' ')}`),
    text: (text) => seen.push(text),
    close: (name) => seen.push(`>${name}`),
  });
  return seen;
}

describe('scanXml', () => {
  it('names elements without their prefix and gives text, CDATA and the five entities', () => {
    expect(textsOf('<x:a xmlns:x="u" b="1"><![CDATA[<t>]]>&amp;</x:a>')).toEqual(['<axmlns:x u b 1', '<t>', '&', '>a']);
  });

  it('reads the encoding a document states', () => {
    const gbk = Uint8Array.from([...'<?xml version="1.0" encoding="GBK"?><a>'].map((letter) => letter.charCodeAt(0)));
    expect(textsOf(Uint8Array.from([...gbk, 0xb5, 0xd8, ...new TextEncoder().encode('</a>')]))).toContain('地');
  });

  it('keeps a character whole that lies across two pieces', () => {
    const long = `<a>${'地'.repeat(600_000)}</a>`;
    expect(textsOf(long).slice(1, -1).join('')).toBe('地'.repeat(600_000));
  });

  it('says where a document is broken', () => {
    expect(() => textsOf('<a>\n<b></a>')).toThrow(XmlFault);
    try {
      textsOf('<a>\n<b></a>');
    } catch (error) {
      expect((error as XmlFault).line).toBe(2);
    }
  });

  it('does not expand entities of the document and refuses endless nesting', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>';
    expect(() => textsOf(bomb)).toThrow(XmlFault);
    expect(() => textsOf('<a>'.repeat(5000))).toThrow(/nested/);
  });
});
