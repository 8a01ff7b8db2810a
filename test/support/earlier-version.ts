import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');

/**
 * The project as it was at a commit, in a folder of its own, with today's packages. Throws a sentence when the history that
 * was fetched does not reach so far back.
 */
export const earlierVersion = async (
  commit: string,
): Promise<{ readonly folder: string; remove(): Promise<void> }> => {
  await promisify(execFile)('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: root }).catch(() => {
    throw new Error(
      `Commit ${commit} is not in this copy of the repository, so the version before cannot be run beside this one. Fetch the whole history (git fetch --unshallow) and try again.`,
    );
  });
  const folder = await mkdtemp(join(tmpdir(), `version-${commit}-`));
  const archive = spawn('git', ['archive', commit], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const unpack = spawn('tar', ['-x', '-C', folder], { stdio: [archive.stdout, 'inherit', 'inherit'] });
  const [code] = await once(unpack, 'close');
  if (code !== 0) throw new Error(`Commit ${commit} could not be unpacked`);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};
