export const takeAway = {};
