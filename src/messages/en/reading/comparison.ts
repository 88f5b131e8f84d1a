export const comparison = { codes: {}, words: {} } as const;
