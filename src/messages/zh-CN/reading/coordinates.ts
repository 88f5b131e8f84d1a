export const coordinates = { codes: {}, words: {} } as const;
