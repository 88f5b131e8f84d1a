/**
 * GCJ-02 and BD-09, the shifted coordinates of Chinese map services, by the formulas that are published all over (they work on the
 * Krassowsky ellipsoid). Longitude and latitude in degrees.
 */
type Degrees = [longitude: number, latitude: number];

/** Semi-major axis in metres and squared eccentricity of the Krassowsky ellipsoid. */
const A = 6_378_245;
const E2 = 0.006_693_421_622_965_943;
const BD_TURN = (Math.PI * 3000) / 180;

function wave(value: number, first: number, second: number, third: number): number {
  const { PI, sin } = Math;
  return ((first * sin(value * PI) + second * sin((value / 3) * PI) + third * sin((value / 12) * PI)) * 2) / 3;
}

/** WGS84 → GCJ-02. */
export function toGcj02([longitude, latitude]: Degrees): Degrees {
  const { PI, sin, cos, sqrt, abs } = Math;
  const x = longitude - 105;
  const y = latitude - 35;
  const ripple = ((20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * 2) / 3;
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + ripple + wave(y, 20, 40, 0);
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + ripple + wave(x, 20, 40, 0);
  const northMore = ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3;
  const eastMore = ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3;
  const radians = (latitude / 180) * PI;
  const root = sqrt(1 - E2 * sin(radians) ** 2);
  return [
    longitude + ((east + eastMore) * 180) / ((A / root) * cos(radians) * PI),
    latitude + ((north + northMore) * 180) / (((A * (1 - E2)) / root ** 3) * PI),
  ];
}

/** WGS84 → BD-09. */
export function toBd09(position: Degrees): Degrees {
  const [x, y] = toGcj02(position);
  const radius = Math.hypot(x, y) + 0.000_02 * Math.sin(y * BD_TURN);
  const angle = Math.atan2(y, x) + 0.000_003 * Math.cos(x * BD_TURN);
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006];
}

/** Undoes a shift by iteration, to far below a millimetre: the shift changes by less than a thousandth of the way it moves. */
export function undoShift(shift: (position: Degrees) => Degrees, shifted: Degrees): Degrees {
  let position = shifted;
  for (let round = 0; round < 12; round += 1) {
    const [x, y] = shift(position);
    const next: Degrees = [position[0] + shifted[0] - x, position[1] + shifted[1] - y];
    const moved = Math.abs(next[0] - position[0]) + Math.abs(next[1] - position[1]);
    position = next;
    if (moved < 1e-12) break;
  }
  return position;
}
