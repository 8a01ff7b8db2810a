import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');

/** Where a generated file finds the rest of the project; it stands beside the packages, and is gone afterwards. */
export const fromChecked = (path: string): string => `../../${path}`;

/**
 * Compiles these files (name without `.ts` → text) with the project's own compiler and settings. Returns, for each, what
 * the compiler says is wrong with it.
 */
export const typeCheck = async <Name extends string>(
  files: Readonly<Record<Name, string>>,
): Promise<Record<Name, string[]>> => {
  const names = Object.keys(files) as Name[];
  const folder = await mkdtemp(join(root, 'node_modules/.type-check-'));
  try {
    const settings = { extends: '../../tsconfig.json', include: ['*.ts'] };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    for (const name of names) await writeFile(join(folder, `${name}.ts`), files[name]);
    const said = await promisify(execFile)(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '--project', folder, '--pretty', 'false'],
      { cwd: folder, maxBuffer: 2 ** 26 },
    ).then(
      ({ stdout }) => stdout,
      (failed: { readonly stdout?: string }) => failed.stdout ?? String(failed),
    );
    const problems = said.split('\n').filter((line) => line !== '');
    const of = (name: string) => problems.filter((line) => line.startsWith(`${name}.ts(`));
    const rest = problems.filter(
      (line) => !/^\s/.test(line) && !names.some((name) => of(name).includes(line)),
    );
    if (rest.length > 0) throw new Error(rest.join('\n'));
    return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, string[]>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
