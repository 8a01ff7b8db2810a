import { defineConfig } from 'vitest/config';

/** What takes minutes: kill loops, enumerations, properties drawn twenty times as often (`npm run prove`). */
export default defineConfig({
  test: {
    // A test that looks at nothing fails.
    expect: { requireAssertions: true, poll: { timeout: 90_000 } },
    include: ['test/**/*.prove.ts'],
    env: { PROVING: 'yes' },
    setupFiles: ['test/support/draw-often.ts'],
    testTimeout: 900_000,
    hookTimeout: 120_000,
  },
});
