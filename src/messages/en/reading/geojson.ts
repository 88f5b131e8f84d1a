export const geojson = { codes: {}, words: {} } as const;
