export const drawingsTables = { codes: {}, words: {} } as const;
