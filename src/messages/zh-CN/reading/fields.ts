export const fields = { codes: {}, words: {} } as const;
