import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A test that looks at nothing fails.
    expect: { requireAssertions: true, poll: { timeout: 90_000 } },
    include: ['test/**/*.test.ts'],
    // Nothing takes so long; a busy machine is no failure.
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
