import type { InputFile } from '../types.ts';

/** The section that tells such a file; 地块坐标 in UTF-8 and in GBK. */
const SECTION = [
  [0xe5, 0x9c, 0xb0, 0xe5, 0x9d, 0x97, 0xe5, 0x9d, 0x90, 0xe6, 0xa0, 0x87],
  [0xb5, 0xd8, 0xbf, 0xe9, 0xd7, 0xf8, 0xb1, 0xea],
];
const LOOKED_AT_BYTES = 8192;

/** Whether a file is a boundary-point result file (界址点成果表, `.txt`): a section `[地块坐标]` near its start. */
export function isBoundaryFile({ bytes }: InputFile): boolean {
  const start = bytes.subarray(0, LOOKED_AT_BYTES);
  for (let at = start.indexOf(0x5b); at >= 0; at = start.indexOf(0x5b, at + 1))
    if (SECTION.some((name) => name.every((byte, index) => start[at + 1 + index] === byte))) return true;
  return false;
}
