import { describe, expect, test } from 'vitest';
import { readFiles } from '../../../src/ui/update/collect_files.ts';

const MEGABYTE = 1_000_000;

/** A file of any size, of which only the start is there. */
function fileOf(megabytes: number, start = '{"type":"FeatureCollection"'): File {
  const bytes = new Blob([start]);
  return {
    name: 'plots.geojson',
    size: megabytes * MEGABYTE,
    slice: (from: number, to: number) => bytes.slice(from, to),
    arrayBuffer: () => bytes.arrayBuffer(),
  } as File;
}

describe('files that are offered', () => {
  const of16GB = 4_294_705_152;
  const of8GB = 2_197_815_296;

  test('a large GeoJSON file is left on the disk where the browser has room for it', async () => {
    for (const start of ['{"type":"FeatureCollection"', '\ufeff\r\n  {"features":['])
      expect(await readFiles([fileOf(1024, start)], 0, of16GB)).toMatchObject({
        files: [{ hold: { size: 1024 * MEGABYTE } }],
      });
  });

  test('one that is larger than any browser has room for is refused with the limit', async () => {
    expect(await readFiles([fileOf(1101)], 0, of16GB)).toEqual({
      problem: { kind: 'tooLarge', name: 'plots.geojson', megabytes: 1101, limit: 1100 },
    });
    expect(await readFiles([fileOf(1101)], 0, undefined)).toMatchObject({ problem: { kind: 'tooLarge' } });
  });

  test('one that would break the page on this computer is refused with what fits', async () => {
    expect(await readFiles([fileOf(1024)], 0, of8GB)).toMatchObject({ problem: { kind: 'littleMemory', limit: 600 } });
    expect(await readFiles([fileOf(590)], 0, of8GB)).toMatchObject({ files: [{}] });
    expect(await readFiles([fileOf(301)], 0, MEGABYTE)).toMatchObject({
      problem: { kind: 'littleMemory', limit: 300 },
    });
  });

  test('beside a large plan that is shown there is room for less', async () => {
    expect(await readFiles([fileOf(1024)], 1_200_000, of16GB)).toMatchObject({
      problem: { kind: 'littleMemory', limit: 650 },
    });
    expect(await readFiles([fileOf(512)], 600_000, of16GB)).toMatchObject({ files: [{}] });
    expect(await readFiles([fileOf(250)], 1_200_000, undefined)).toMatchObject({ files: [{}] });
  });

  test('where the browser does not tell its memory, what has been read everywhere is the limit', async () => {
    expect(await readFiles([fileOf(301)], 0, undefined)).toMatchObject({
      problem: { kind: 'memoryUntold', limit: 300 },
    });
    expect(await readFiles([fileOf(300)], 0, undefined)).toMatchObject({ files: [{}] });
  });

  test('several files have the room of one together', async () => {
    const files = [fileOf(500), fileOf(280), fileOf(280)];
    expect(await readFiles(files, 0, of16GB)).toMatchObject({ files: [{}, {}, {}] });
    expect(await readFiles([...files, fileOf(280)], 0, of16GB)).toEqual({
      problem: { kind: 'tooLargeTogether', megabytes: 1340, limit: 1100 },
    });
    expect(await readFiles(files, 0, of8GB)).toMatchObject({ problem: { kind: 'tooLargeTogether', limit: 600 } });
  });

  test('other kinds are read whole, and have a lower limit', async () => {
    for (const start of [
      'PK\u0003\u0004',
      '{"type":"Topology","objects":{',
      '{"type":"Feature","id":"A"}\n{"type":"Feature"',
    ])
      expect(await readFiles([fileOf(301, start)], 0, of16GB)).toMatchObject({
        problem: { kind: 'tooLarge', limit: 300 },
      });
  });
});
