import { describe, expect, test } from 'vitest';
import { run } from '../../support/command_line.ts';
import { GARBLINGS } from '../../support/garble.ts';
import { collection, plot, rectangle } from '../../support/sample_plan.ts';

const WORD = '中安创谷';
const named = (name: string) => JSON.stringify(collection(plot('N1', rectangle(0, 0, 50, 50), { name })));
const nameIn = (text: string | undefined) => JSON.parse(text ?? '{}').features[0].properties.name;

describe('garbled text on the command line', () => {
  const FILES = { 'plots.json': named(GARBLINGS['UTF-8 read as GBK'](WORD)) };
  const argv = ['convert', 'plots.json', '--out', 'a.geojson', '--lang', 'en'];

  test('is told and left out, with the option that restores it', async () => {
    const { written, out, error } = await run(argv, FILES);
    expect(nameIn(written.get('a.geojson'))).toBeUndefined();
    expect(out + error).toContain(WORD);
    expect(out + error).toContain('--mend-text');
  });

  test('is restored with --mend-text', async () => {
    const { written } = await run([...argv, '--mend-text'], FILES);
    expect(nameIn(written.get('a.geojson'))).toBe(WORD);
  });

  test('of a wrong --encoding says so, and an encoding nobody knows is refused', async () => {
    const sound = { 'plots.json': named(WORD) };
    const wrong = await run([...argv, '--encoding', 'GBK'], sound);
    expect(wrong.out + wrong.error).toContain('text-misread');
    const right = await run([...argv, '--encoding', 'utf8'], sound);
    expect(nameIn(right.written.get('a.geojson'))).toBe(WORD);
    const unknown = await run([...argv, '--encoding', 'klingon'], sound);
    expect([unknown.status, unknown.error]).toEqual([2, expect.stringContaining('klingon')]);
  });
});
