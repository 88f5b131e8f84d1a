export const archives = { codes: {}, words: {} } as const;
