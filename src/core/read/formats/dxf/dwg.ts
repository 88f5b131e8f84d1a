/** Whether the bytes are a DWG: `AC10` and the version's number. */
export function isDwg(bytes: Uint8Array): boolean {
  return bytes[0] === 0x41 && bytes[1] === 0x43 && bytes[2] === 0x31 && bytes[3] === 0x30;
}

const RELEASES: Readonly<Record<string, string>> = {
  AC1015: '2000',
  AC1018: '2004',
  AC1021: '2007',
  AC1024: '2010',
  AC1027: '2013',
  AC1032: '2018',
};

/** The program whose releases write such a DWG, else its version's own name. */
export function releaseOfDwg(bytes: Uint8Array): string {
  const version = new TextDecoder('latin1').decode(bytes.subarray(0, 6));
  return Object.hasOwn(RELEASES, version) ? `AutoCAD ${RELEASES[version]}` : version;
}
