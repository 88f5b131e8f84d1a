import type { Green, Landmark, Metro, Provenance, Road, Water } from '../../src/core/plan/types.ts';
import type { PlotSite, Sites } from './areas.ts';
import { placeNamed } from './facts/constants.ts';
import { type Rings, subtractPolygons } from './geometry/clip.ts';
import type { Frame } from './geometry/frame.ts';
import { extendLine, meet, offsetLine, partOfLine, smoothLine, smoothRing } from './geometry/line.ts';
import { add, at, type Point } from './geometry/point.ts';
import { type Roads, redLineArea, roadLine } from './road_network.ts';
import type { Waters } from './waters.ts';

const provenance = (source: string, confidence: 'H' | 'M' | 'L', note?: string, noteEn?: string): Provenance => ({
  source,
  confidence,
  status: 'indicative',
  ...(note ? { note } : {}),
  ...(noteEn ? { noteEn } : {}),
});
const APPROXIMATE = '位置与形状为示意';
const APPROXIMATE_EN = 'Place and shape are indicative';

export function makeRoads(frame: Frame, roads: Roads): Road[] {
  return [...roads.values()].map((road) => ({
    type: 'Feature',
    id: road.id,
    properties: {
      name: road.name,
      nameEn: road.nameEn,
      roadClass: road.roadClass,
      redLineWidthMetres: road.redLineWidthMetres,
      ...provenance(road.source, road.confidence, road.note, road.noteEn),
    },
    geometry: { type: 'LineString', coordinates: frame.toLine(road.line) },
  }));
}

export function makeWater(frame: Frame, waters: Waters): Water[] {
  const water = (id: string, name: string, nameEn: string, rings: Rings, note: string, noteEn: string): Water => ({
    type: 'Feature',
    id,
    properties: { name, nameEn, ...provenance('lakes', 'L', note, noteEn) },
    geometry: { type: 'Polygon', coordinates: frame.toPolygon(rings) },
  });
  return [
    water(
      'boyan-lake',
      '柏堰湖',
      'Boyan Lake',
      waters.boyanLake.water,
      '水面面积 53.3 公顷有来源；位置与岸线为示意',
      'The 53.3 ha of water are sourced; place and shore are indicative',
    ),
    water(
      'shuxi-lake',
      '蜀西湖',
      'Shuxi Lake',
      waters.shuxiLake.water,
      '水面约 1000 亩有来源；岸线为示意',
      'The 1,000 mu of water are sourced; the shore is indicative',
    ),
    water(
      'community-stream',
      '创谷水系（示意）',
      'Community stream (indicative)',
      [waters.stream.water],
      APPROXIMATE,
      APPROXIMATE_EN,
    ),
  ];
}

/** Parks, the stream's banks, green along roads, small street greens and the hill. */
export function makeGreen(
  frame: Frame,
  waters: Waters,
  roads: Roads,
  sites: Sites,
  openSites: readonly PlotSite[],
): Green[] {
  const green = (
    id: string,
    kind: 'park' | 'belt' | 'hill',
    rings: Rings,
    names: Partial<Record<'name' | 'nameEn', string>>,
    source: string,
    note = APPROXIMATE,
    noteEn = APPROXIMATE_EN,
  ): Green => ({
    type: 'Feature',
    id,
    properties: { ...names, greenKind: kind, ...provenance(source, 'L', note, noteEn) },
    geometry: { type: 'Polygon', coordinates: frame.toPolygon(rings) },
  });
  const strips = [...roads.values()].map(redLineArea);
  const banks = subtractPolygons(
    [[waters.stream.corridor]],
    [...strips, [waters.stream.water], [waters.shuxiLake.park]],
  );
  const hill = frame.toPlane([117.1752, 31.8438]);
  const hillBorder: Point[] = [
    [720, -60],
    [660, 260],
    [420, 480],
    [180, 640],
    [-120, 700],
    [-420, 560],
    [-640, 340],
    [-760, 60],
    [-690, -240],
    [-480, -460],
    [-200, -610],
    [120, -640],
    [420, -560],
    [620, -340],
  ];
  return [
    green(
      'boyan-lake-park',
      'park',
      [waters.boyanLake.park, at(waters.boyanLake.water, 0)],
      { name: '柏堰湖公园', nameEn: 'Boyan Lake Park' },
      'lakes',
      '公园约 159 公顷（含水面）有来源；边界为示意',
      'The 159 ha (water included) are sourced; the border is indicative',
    ),
    green(
      'shuxi-lake-park',
      'park',
      [waters.shuxiLake.park, at(waters.shuxiLake.water, 0)],
      { name: '蜀西湖公园', nameEn: 'Shuxi Lake Park' },
      'lakes',
      '公园 2115 亩（含水面）有来源；边界为示意',
      'The 2,115 mu (water included) are sourced; the border is indicative',
    ),
    green(
      'dashu-hill',
      'hill',
      [
        smoothRing(
          hillBorder.map((point) => add(hill, point)),
          60,
        ),
      ],
      { name: '大蜀山', nameEn: 'Dashu Hill' },
      'places',
    ),
    ...banks.map((rings, index) => green(`stream-bank-${index + 1}`, 'belt', rings, {}, 'generated')),
    ...sites.belts.map((ring, index) => green(`road-green-${index + 1}`, 'belt', [ring], {}, 'generated')),
    ...openSites.map((site, index) => green(`key-area-park-${index + 1}`, 'park', [site.ring], {}, 'generated')),
    ...sites.leftovers.map((ring, index) => green(`street-green-${index + 1}`, 'park', [ring], {}, 'generated')),
  ];
}

/** Two approximate lines, along 望江西路 and along the axis, with stations at the crossings of the first. */
export function makeMetro(frame: Frame, roads: Roads): Metro[] {
  const wangjiang = roadLine(roads, 'wangjiang-west-road');
  const crossing = (id: string) => meet(wangjiang, roadLine(roads, id));
  const from = crossing('peacock-terrace-road');
  const line = partOfLine(wangjiang, from.position, wangjiang.length - 1.4);
  const stations: [id: string, zh: string, en: string, point: Point][] = [
    ['qinglonggang', '青龙岗站', 'Qinglonggang', from.point],
    ['fangxing', '方兴大道站', 'Fangxing Avenue', crossing('fangxing-avenue').point],
    ['changning', '长宁大道站', 'Changning Avenue', crossing('changning-avenue').point],
    ['innovation', '创新大道站', 'Innovation Avenue', crossing('innovation-avenue').point],
    ['ring', '绕城高速站', 'Ring Expressway', crossing('ring-expressway').point],
  ];
  const avenue = roadLine(roads, 'innovation-avenue');
  const north = at(extendLine(avenue, 300), 0);
  const planned = smoothLine([north, ...offsetLine(avenue, 0)], 60);
  const lines: [string, string, string, Point[]][] = [
    ['metro-corridor', '轨道线（走向示意）', 'Metro line (indicative)', line],
    ['metro-axis', '中轴轨道线（规划示意）', 'Axis metro line (planned, indicative)', planned],
  ];
  const note = ['线位、站位均为示意', 'Line and stations are indicative'] as const;
  return [
    ...lines.map(
      ([id, name, nameEn, points]): Metro => ({
        type: 'Feature',
        id,
        properties: { name, nameEn, metroKind: 'line', ...provenance('generated', 'L', ...note) },
        geometry: { type: 'LineString', coordinates: frame.toLine(points) },
      }),
    ),
    ...stations.map(
      ([id, name, nameEn, point]): Metro => ({
        type: 'Feature',
        id: `station-${id}`,
        properties: { name, nameEn, metroKind: 'station', ...provenance('generated', 'L', ...note) },
        geometry: { type: 'Point', coordinates: frame.toPosition(point) },
      }),
    ),
  ];
}

export function makeLandmarks(frame: Frame, waters: Waters): Landmark[] {
  const landmark = (
    id: string,
    name: string,
    nameEn: string,
    landmarkKind: string,
    coordinates: number[],
    source: string,
    confidence: 'H' | 'L',
  ): Landmark => ({
    type: 'Feature',
    id,
    properties: { name, nameEn, landmarkKind, ...provenance(source, confidence) },
    geometry: { type: 'Point', coordinates },
  });
  return [
    landmark(
      'zhongan-chuanggu',
      '中安创谷',
      "Zhong'an Chuanggu",
      'site',
      placeNamed('中安创谷, 望江西路900号'),
      'places',
      'H',
    ),
    landmark(
      'institute-of-advanced-technology',
      '中国科大先进技术研究院',
      'USTC Institute of Advanced Technology',
      'institute',
      placeNamed('先研院 south gate'),
      'places',
      'L',
    ),
    landmark('dashu-hill-top', '大蜀山', 'Dashu Hill', 'hill', [117.1752, 31.8438], 'places', 'L'),
    landmark(
      'shuxi-lake-view',
      '蜀西湖',
      'Shuxi Lake',
      'lake',
      frame.toPosition(waters.shuxiLake.centre),
      'places',
      'L',
    ),
    landmark(
      'boyan-lake-view',
      '柏堰湖',
      'Boyan Lake',
      'lake',
      frame.toPosition(waters.boyanLake.centre),
      'places',
      'L',
    ),
    landmark('qinglonggang', '青龙岗', 'Qinglonggang', 'place', placeNamed('望江西路 at 青龙岗'), 'places', 'H'),
    landmark('nangang', '南岗', 'Nangang', 'place', placeNamed('长江西路 at 南岗'), 'places', 'H'),
  ];
}
