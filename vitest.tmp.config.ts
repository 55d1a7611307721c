import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { testTimeout: 90000, hookTimeout: 180000, expect: { poll: { timeout: 10000 } }, globalSetup: ['tests/programs.ts', 'tests/scratch.ts', '/tmp/search/setup.ts'], maxWorkers: 1 } });
