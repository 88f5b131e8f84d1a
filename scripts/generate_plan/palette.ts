import type { Palette, TownscapeTone } from '../../src/core/plan/types.ts';

/** Townscape tones with the at most three colours a plot of that tone is built in. */
export const TONES: readonly (TownscapeTone & { colours: string[] })[] = [
  {
    code: 'tech-silver',
    name: '科技银灰',
    nameEn: 'Tech silver',
    colour: '#9aabb8',
    colours: ['#eceff1', '#b7c1c8', '#5d7384'],
  },
  {
    code: 'clear-glass',
    name: '通透蓝灰',
    nameEn: 'Clear blue grey',
    colour: '#5f8fb4',
    colours: ['#dfe6ea', '#8fa9bb', '#3f5568'],
  },
  {
    code: 'warm-grey',
    name: '温润暖灰',
    nameEn: 'Warm grey',
    colour: '#b39d86',
    colours: ['#efe9e1', '#c4b5a4', '#7a6a5c'],
  },
  {
    code: 'ink-white',
    name: '粉墙黛瓦',
    nameEn: 'White walls, ink tiles',
    colour: '#566069',
    colours: ['#f3f1ea', '#8a9a92', '#4b5257'],
  },
  {
    code: 'lake-jade',
    name: '湖光青绿',
    nameEn: 'Lake jade',
    colour: '#6fae9a',
    colours: ['#e4efe9', '#8fb8ad', '#4f7d70'],
  },
  { code: 'sand', name: '沙米暖黄', nameEn: 'Sand', colour: '#dcbf86', colours: ['#f5ecd9', '#dcc9a3', '#a88b5f'] },
  {
    code: 'brick-red',
    name: '砖红工坊',
    nameEn: 'Workshop brick',
    colour: '#b5654a',
    colours: ['#f0e6df', '#b97a5f', '#7c4636'],
  },
];

/** Zone colours keep apart for every kind of colour vision (after Okabe and Ito); phases darken in their order. */
export const PALETTE: Palette = {
  landUse: [
    { code: '1303', scheme: 'guide-2023', name: '供电用地', nameEn: 'Power supply', colour: '#006380' },
    { code: '1310', scheme: 'guide-2023', name: '消防用地', nameEn: 'Fire station', colour: '#006380' },
  ],
  townscapeTones: TONES.map(({ colours: _, ...tone }) => tone),
  heightClassesMetres: [12, 24, 36, 50, 60, 80, 100],
  farClasses: [1, 1.5, 2, 2.5, 3],
  densityClassesPercent: [10, 25, 30, 35, 45],
  greenRatioClassesPercent: [10, 20, 30, 35, 40],
  zones: { axis: '#d1603d', corridor: '#2f7fb8', core: '#b5679f', lake: '#16957a' },
  phases: {
    'phase-1': '#33456f',
    'phase-2': '#2f6f8f',
    'phase-3': '#2f9a8c',
    'phase-4': '#6cb86a',
    'phase-5': '#b3cf62',
    'phase-6': '#efd87a',
  },
};
