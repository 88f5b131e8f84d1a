import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          // It only tells what hangs: a machine that builds for others may be ten times as slow, and some tests run the compiler.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          include: ['tests/{unit,golden,property}/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['tests/support/load_messages.ts', 'tests/support/fixed_seed.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['tests/support/load_messages.ts'],
          globalSetup: ['tests/browser/global_setup.ts'],
          // One page at a time: software rendering takes a whole core.
          fileParallelism: false,
          // Generous, because a machine that builds for others may be ten times as slow: a test waits for what the page shows.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
