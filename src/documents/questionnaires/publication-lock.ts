import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { QuestionnaireProblem } from '../../domain/questionnaires/questionnaire-problem.ts';
import { readYaml } from './read-yaml.ts';

/** Beside the questionnaires: the digest of each file that was published. */
export const lockFile = 'published.yaml';

const digests = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));

type Lock = { readonly digests: ReadonlyMap<string, string> } | { readonly problem: QuestionnaireProblem };

/** What of a folder was published; nothing where nothing was yet. */
export const readLock = (folder: string): Lock => {
  let text: string;
  try {
    text = readFileSync(join(folder, lockFile), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { digests: new Map() };
    return { problem: { code: 'lock-broken', file: lockFile, line: 0 } };
  }
  const yaml = readYaml(text);
  const read = 'code' in yaml ? undefined : digests.safeParse(yaml.value ?? {});
  if (read?.success !== true) {
    const line = 'code' in yaml ? yaml.line : yaml.lineOf(read?.error?.issues[0]?.path ?? []);
    return { problem: { code: 'lock-broken', file: lockFile, line } };
  }
  return { digests: new Map(Object.entries(read.data)) };
};

const heading = `# Written by \`npm run questionnaires -- publish\`. A version that stands here was published and is never changed.
# 由 npm run questionnaires -- publish 写入。这里列出的版本已经发布，不再改动。
`;

/** Writes the lock whole: either the old one stands or the new one. */
export const writeLock = (folder: string, published: ReadonlyMap<string, string>): void => {
  const lines = [...published]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, digest]) => `${file}: ${digest}\n`);
  const unfinished = join(folder, `${lockFile}.new`);
  writeFileSync(unfinished, heading + lines.join(''));
  renameSync(unfinished, join(folder, lockFile));
};
