/** The one function of geojson-validation the reader uses; the package ships no types. */
declare module 'geojson-validation' {
  /** With `trace` the answer is the list of complaints, empty for a sound feature. */
  export function isFeature(value: unknown, trace: true): unknown;
}
