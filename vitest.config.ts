import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A test that looks at nothing fails.
    expect: { requireAssertions: true },
    include: ['test/**/*.test.ts'],
    // Nothing takes so long; a busy machine is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
