/**
 * Everything in this folder reckons in whole units of a grid on the measuring plane: sums and products of whole numbers are exact,
 * so a point is on the same side of a line whoever asks. 0.1 mm is a hundredth of what a survey can tell, and a product of two
 * differences stays exact up to 9 km.
 */
export const UNITS_PER_METRE = 10_000;
export const SQUARE_UNITS_PER_SQUARE_METRE = UNITS_PER_METRE * UNITS_PER_METRE;

/**
 * Vertices within this distance are one vertex, and a vertex this near to an edge lies on it: ArcGIS's default XY tolerance. The
 * 0.1 mm a coordinate with nine decimals of a degree is off never makes two vertices of one.
 */
export const WELD_METRES = 0.001;
export const WELD_UNITS = WELD_METRES * UNITS_PER_METRE;
