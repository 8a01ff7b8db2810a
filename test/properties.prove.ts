import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';

// Every test file that draws its cases, with the proofs' number of draws (vitest.prove.config.ts).
for await (const file of glob('**/*.test.ts', { cwd: import.meta.dirname })) {
  const path = join(import.meta.dirname, file);
  if (/\bfc\.assert\(/.test(readFileSync(path, 'utf8'))) await import(path);
}
