import { describe, expect, test } from 'vitest';
import { ALIASES } from '../../../src/core/plan/field_aliases.ts';
import { matchField } from '../../../src/core/plan/match_field.ts';
import { pinyinOf } from '../../../src/core/plan/shortened_names.ts';
import type { LayerId } from '../../../src/core/plan/types.ts';

describe('a Chinese name in pinyin', () => {
  test('every one of the dictionary can be spelled, and is known by it as it is by its characters', () => {
    for (const [layer, fields] of Object.entries(ALIASES))
      for (const name of Object.values(fields).flat()) {
        if (!/^\p{Script=Han}+$/u.test(name)) continue;
        const spelled = pinyinOf(name);
        expect(spelled, name).not.toEqual([]);
        for (const one of spelled)
          expect(matchField(layer as LayerId, one)?.to, `${name} ${one}`).toBe(matchField(layer as LayerId, name)?.to);
      }
  });

  test.each([
    ['RONGJILV', 'farMax', 'alias'],
    ['rongjilu', 'farMax', 'alias'],
    ['LvDiLv', 'greenRatioMinPercent', 'alias'],
    ['DIKUAIBIAN', 'id', 'guessed'],
    ['YONGDIDAIM', 'landUseCode', 'guessed'],
    ['YONGDIMING', 'landUseName', 'guessed'],
    ['YONGDIMIAN', 'netAreaSquareMetres', 'guessed'],
    ['JIANZHUGAO', 'heightMaxMetres', 'guessed'],
    ['JIANZHUMID', 'densityMaxPercent', 'guessed'],
    ['BUILDINGHE', 'heightMaxMetres', 'guessed'],
    ['BUILDING_D', 'densityMaxPercent', 'guessed'],
  ])('%s of a shapefile is %s', (name, to, how) => {
    expect(matchField('plots', name)).toEqual({ to, how });
  });
});

describe('a Chinese name cut to a shapefile’s ten bytes', () => {
  test.each([
    ['地块编', 'id'],
    ['用地代', 'landUseCode'],
    ['用地面', 'netAreaSquareMetres'],
    ['建筑高', 'heightMaxMetres'],
    ['建筑密度上', 'densityMaxPercent'],
    ['建筑密度下', 'densityMinPercent'],
  ])('%s is taken for %s, and a person is shown that it is a guess', (name, to) => {
    expect(matchField('plots', name)).toEqual({ to, how: 'guessed' });
  });

  test.each(['用地', '地块', '建筑', '建筑面', '绿地面', 'YONGDI', 'JIANZHU', 'FLOOR_AREA'])(
    '%s says too little',
    (name) => {
      expect(matchField('plots', name)).toBeUndefined();
    },
  );
});
