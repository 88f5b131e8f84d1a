import fc from 'fast-check';

/**
 * Property tests draw the same cases in every run, so that a failure says something of the change at hand. `SEED=random npm run unit`
 * draws others, to look for more; a number draws those of that seed.
 */
const { SEED = '20250101' } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) });
