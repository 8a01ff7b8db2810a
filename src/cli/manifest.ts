import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import product from '../../package.json' with { type: 'json' };
import { environment, terminalLanguage } from '../config/environment.ts';
import { readManifestSettings } from '../config/manifest-settings.ts';
import { commands } from '../teams/commands/all-commands.ts';
import { packageBuilt, packageNotAccepted, packageNotBuilt } from '../wording/app-package-words.ts';
import { appPackage } from './app-package.ts';
import { explainVariables } from './explain-variables.ts';

const root = resolve(import.meta.dirname, '../..');
const file = join('out', 'manifest.zip');

const refuse = (lines: readonly string[]): void => {
  console.error(lines.join('\n'));
  process.exitCode = 1;
};

const variables = environment();
const language = terminalLanguage(variables);
const read = readManifestSettings(variables);
if (!read.ok) {
  refuse([packageNotBuilt[language], ...explainVariables(read.variables, language)]);
} else {
  const [color, outline] = await Promise.all(
    ['color.png', 'outline.png'].map((name) => readFile(join(root, 'manifest', name))),
  );
  if (color === undefined || outline === undefined) throw new Error('an icon is missing');
  const built = await appPackage({
    settings: read.settings,
    version: product.version,
    commands,
    icons: { color, outline },
  });
  if (!built.ok) refuse([packageNotAccepted[language], ...built.complaints.map((line) => `  ${line}`)]);
  else {
    await mkdir(join(root, 'out'), { recursive: true });
    await writeFile(join(root, file), built.zip);
    console.log(packageBuilt(file)[language]);
  }
}
