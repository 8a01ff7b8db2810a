import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Nothing takes so long; a busy machine is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
