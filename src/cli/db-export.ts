import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environment, terminalLanguage } from '../config/environment.ts';
import { backupEmbeddedMongo } from '../embedded-mongo/backup.ts';
import { startEmbeddedMongo } from '../embedded-mongo/start-embedded-mongo.ts';
import { copyEverything } from '../store/copy-everything.ts';
import {
  copyDamaged,
  copyFailed,
  exportDiffers,
  exported,
  exportedCollection,
  exportOccupied,
  howToExport,
  noDatabaseHere,
} from '../wording/database-copy-words.ts';

const variables = environment();
const language = terminalLanguage(variables);
const dataFolder = variables.DATA_FOLDER || 'data';
const [target] = process.argv.slice(2);

const refuse = (sentence: string): void => {
  console.error(sentence);
  process.exitCode = 1;
};

/** Copies from a snapshot beside the data, so that a running bot neither disturbs nor is disturbed. */
const run = async (to: string): Promise<void> => {
  const folder = join(dataFolder, 'database');
  const snapshot = mkdtempSync(join(dataFolder, 'export-'));
  try {
    const backup = backupEmbeddedMongo(folder, snapshot);
    if (!backup.ok)
      return refuse((backup.reason === 'no database' ? noDatabaseHere(folder) : copyDamaged)[language]);
    const server = await startEmbeddedMongo({ folder: snapshot, durability: 'off' });
    try {
      const outcome = await copyEverything(server.uri, to);
      if (!outcome.ok) return refuse(exportOccupied(outcome.occupied)[language]);
      for (const { name, documents, same } of outcome.copied) {
        console.log(exportedCollection(name, documents, same)[language]);
      }
      if (outcome.copied.every(({ same }) => same)) console.log(exported[language]);
      else refuse(exportDiffers[language]);
    } finally {
      await server.close();
    }
  } finally {
    rmSync(snapshot, { recursive: true, force: true });
  }
};

if (target === undefined || !/^mongodb(\+srv)?:\/\//.test(target)) refuse(howToExport[language]);
else {
  await run(target).catch((error: unknown) => {
    refuse(copyFailed(error instanceof Error ? error.message : String(error))[language]);
  });
}
