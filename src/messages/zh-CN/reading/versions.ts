export const versions = { codes: {}, words: {} } as const;
