import { plainFieldName } from '../../plan/match_field.ts';

/**
 * What a column says of a place. x: to the right or easting; y: up or northing; east, north: those said outright; point: number of a
 * boundary point; ring: number of the ring it belongs to; wkt: a whole shape as text.
 */
export type CoordinateColumn = 'x' | 'y' | 'east' | 'north' | 'longitude' | 'latitude' | 'point' | 'ring' | 'wkt';

const NAMES: Readonly<Record<CoordinateColumn, readonly string[]>> = {
  x: ['X', 'X坐标', '坐标X', 'POINTX', 'XCOORD', 'COORDX'],
  y: ['Y', 'Y坐标', '坐标Y', 'POINTY', 'YCOORD', 'COORDY'],
  east: ['东坐标', '横坐标', 'EAST', 'EASTING', '横坐标Y', 'Y横坐标', 'Y东', '东坐标Y'],
  north: ['北坐标', '纵坐标', 'NORTH', 'NORTHING', '纵坐标X', 'X纵坐标', 'X北', '北坐标X'],
  longitude: ['经度', 'LON', 'LNG', 'LONG', 'LONGITUDE', 'JD', 'JINGDU'],
  latitude: ['纬度', 'LAT', 'LATITUDE', 'WD', 'WEIDU'],
  point: [
    '点号',
    '界址点号',
    '界址点',
    '拐点',
    '拐点号',
    '拐点编号',
    '顶点号',
    '界址点编号',
    'DH',
    'JZDH',
    'POINTNO',
    'VERTEX',
  ],
  ring: ['圈号', '地块圈号', '环号', 'QH', 'RING'],
  wkt: ['WKT', 'GEOMETRY', 'THEGEOM', 'GEOM', 'SHAPE', 'GEOMWKT', 'WKTGEOM', 'WKTGEOMETRY', '几何', '图形'],
};
const COLUMNS: ReadonlyMap<string, CoordinateColumn> = new Map(
  (Object.entries(NAMES) as [CoordinateColumn, readonly string[]][]).flatMap(([column, names]) =>
    names.map((name) => [name, column] as const),
  ),
);

/** What a column's name says of a place; undefined for any other. Case, spaces, underscores and brackets make no difference. */
export function coordinateColumnOf(name: string): CoordinateColumn | undefined {
  return COLUMNS.get(plainFieldName(name));
}
