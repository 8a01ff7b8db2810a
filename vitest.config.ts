import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// The packages are compiled once for all test files and the programs they start: a fifth less to compute.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

export default defineConfig({
  test: {
    // A test that looks at nothing fails.
    expect: { requireAssertions: true, poll: { timeout: 90_000 } },
    include: ['test/**/*.test.ts'],
    // Nothing takes so long; a busy machine is no failure.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // The usual one fewer than there are cores leaves half of a small machine idle.
    maxWorkers: '100%',
    // Nothing in src keeps anything by itself, so test files may share a process: a third less to compute.
    isolate: false,
  },
});
