/** Column by column, as WebGL reads it. */
export type Matrix = ArrayLike<number>;

export interface ScreenPlace {
  x: number;
  y: number;
  /** Distance from the camera, for which of two is nearer. */
  depth: number;
}

/** The matrix after a shift and a scaling of z, in single precision: the shift is done in double, before precision is lost. */
export function translateAndScale(
  matrix: Matrix,
  [x, y, z]: readonly [number, number, number],
  zScale: number,
): Float32Array {
  const result = new Float32Array(16);
  for (let row = 0; row < 4; row += 1) {
    const a = matrix[row] ?? 0;
    const b = matrix[4 + row] ?? 0;
    const c = matrix[8 + row] ?? 0;
    const d = matrix[12 + row] ?? 0;
    result[row] = a;
    result[4 + row] = b;
    result[8 + row] = c * zScale;
    result[12 + row] = a * x + b * y + c * z + d;
  }
  return result;
}

/** Where a point is on a screen of this size in CSS pixels; undefined behind the camera. z as wide as x and y. */
export function projectToScreen(
  matrix: Matrix,
  [x, y, z]: readonly [number, number, number],
  width: number,
  height: number,
): ScreenPlace | undefined {
  const at = (row: number): number =>
    (matrix[row] ?? 0) * x + (matrix[4 + row] ?? 0) * y + (matrix[8 + row] ?? 0) * z + (matrix[12 + row] ?? 0);
  const w = at(3);
  if (!(w > 0)) return undefined;
  return { x: ((at(0) / w + 1) / 2) * width, y: ((1 - at(1) / w) / 2) * height, depth: w };
}

/** A place in degrees as one in the mercator unit square. */
export function mercatorOf(longitude: number, latitude: number): [x: number, y: number] {
  const radians = (latitude * Math.PI) / 180;
  return [(longitude + 180) / 360, (1 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / Math.PI) / 2];
}

/** Width of a metre in the mercator unit square, as MapLibre stands its extrusions: on its sphere, at the map's centre. */
export function mercatorPerMetre(latitude: number): number {
  const SPHERE_CIRCUMFERENCE_METRES = 2 * Math.PI * 6_371_008.8;
  return 1 / (SPHERE_CIRCUMFERENCE_METRES * Math.cos((latitude * Math.PI) / 180));
}
