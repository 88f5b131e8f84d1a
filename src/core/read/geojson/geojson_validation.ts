import * as library from 'geojson-validation';

/** How many of the library's sentences are kept of one feature. */
const KEPT = 5;

/**
 * What geojson-validation says of a feature, as its own English sentences; empty when it is satisfied. The library knows no
 * pointer, grows slow with the number of errors and throws on some values, so it is asked feature by feature, about features
 * our own walk found sound, and a throw counts as a complaint.
 */
export function checkWithLibrary(feature: unknown): string[] {
  try {
    const answer: unknown = library.isFeature(feature, true);
    if (!Array.isArray(answer)) return [];
    return answer.slice(0, KEPT).map(String);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
