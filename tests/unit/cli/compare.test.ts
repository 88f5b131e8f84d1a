import { describe, expect, test } from 'vitest';
import { run } from '../../support/command_line.ts';
import { collection, plot, rectangle } from '../../support/sample_plan.ts';

describe('park-plan compare', () => {
  const NEW = JSON.stringify(
    collection(plot('A', rectangle(0, 0, 50, 50), { farMax: 2 }), plot('B2', rectangle(60, 0, 50, 50))),
  );

  test('tells for people what became of each plot', async () => {
    const { status, out } = await run(['compare', 'park', 'plots.json', '--lang', 'en'], { 'plots.json': NEW });
    expect(status).toBe(0);
    expect(out.split('\n')[0]).toBe(
      'A: re-rated; FAR limit – → 2; Floor area allowed (m²) – → 5,000 (+5,000); FAR, maximum – → 2',
    );
    expect(out).toContain('B → B2: renumbered\n');
  });

  test('tells it as JSON, and nothing of a plan compared with itself', async () => {
    const { out } = await run(['compare', 'park', 'plots.json', '--json'], { 'plots.json': NEW });
    expect(JSON.parse(out).plots.map(({ kind }: { kind: string }) => kind)).toEqual(['rerated', 'renumbered']);
    const same = await run(['compare', 'park', 'park', '--lang', 'en']);
    expect([same.status, same.out]).toEqual([0, expect.stringContaining('No plot has changed.')]);
  });

  test('ends with 1 for errors in an input and 2 for one that cannot be read', async () => {
    const wrong = NEW.replace('"farMax":2', '"farMax":"much"');
    expect((await run(['compare', 'park', 'plots.json'], { 'plots.json': wrong })).status).toBe(1);
    expect((await run(['compare', 'park', 'plots.json'], { 'plots.json': '<html>' })).status).toBe(2);
  });
});
