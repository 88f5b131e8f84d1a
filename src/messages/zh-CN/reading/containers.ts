export const containers = { codes: {}, words: {} } as const;
