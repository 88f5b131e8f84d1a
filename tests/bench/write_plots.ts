import { closeSync, openSync, writeSync } from 'node:fs';
import { eachPlot } from './many_plots.ts';

/** Writes so many plots to a file, feature by feature: a large one is no text. */
export function writePlots(path: string, count: number): void {
  const file = openSync(path, 'w');
  writeSync(file, '{"type":"FeatureCollection","features":[');
  let waiting: string[] = [];
  let isFirst = true;
  const flush = () => {
    if (waiting.length === 0) return;
    writeSync(file, `${isFirst ? '' : ','}${waiting.join(',')}`);
    isFirst = false;
    waiting = [];
  };
  for (const plot of eachPlot(count)) {
    waiting.push(JSON.stringify(plot));
    if (waiting.length === 1000) flush();
  }
  flush();
  writeSync(file, ']}');
  closeSync(file);
}
