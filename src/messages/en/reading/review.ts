export const review = { codes: {}, words: {} } as const;
