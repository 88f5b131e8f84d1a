import { isLandUseCode } from '../../fields/text_fields.ts';

const NO_LAND_USE = /^(?:规划|现状|建设|城市|城乡|总|净|其他|其它)*用地$/;

/** The land use a CAD layer's name states: 用地-R2, YD_0701, R2, 用地-一类工业用地. Lettering in the outline goes before it. */
export function landUseOfLayer(layer: string): Record<string, string> | undefined {
  const steps = layer
    .normalize('NFKC')
    .split(/[-_\s.]+/)
    .filter((step) => step !== '');
  const last = steps.at(-1) ?? '';
  const isOfLandUse = steps.length > 1 && /用地|地块|^YD|^DK/i.test(steps[0] ?? '');
  if (isLandUseCode(last) && (isOfLandUse || (steps.length === 1 && /^[A-Z]/i.test(last)))) return { 用地代码: last };
  return isOfLandUse && last.endsWith('用地') && !NO_LAND_USE.test(last) ? { 用地性质: last } : undefined;
}
