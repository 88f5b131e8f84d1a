export const update = {} as const;
