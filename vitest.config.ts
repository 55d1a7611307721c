import { defineConfig } from 'vitest/config';

const common = { testTimeout: 60_000, hookTimeout: 120_000 };
/** The tests that look at the built site, which is built once for all of them. */
const ofTheSite = ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts', 'tests/coverage/*.test.ts'];

export default defineConfig({
  test: {
    // Two cores: a browser and a build each want one.
    maxWorkers: 2,
    projects: [
      { test: { ...common, name: 'unit', include: ['tests/**/*.test.ts'], exclude: ofTheSite } },
      { test: { ...common, name: 'site', include: ofTheSite, globalSetup: ['tests/build-once.ts'] } },
    ],
  },
});
