import { join } from 'node:path';
import { environment, terminalLanguage } from '../config/environment.ts';
import { backupEmbeddedMongo } from '../embedded-mongo/backup.ts';
import {
  backedUp,
  copyDamaged,
  copyFailed,
  howToBackUp,
  noDatabaseHere,
  targetTaken,
} from '../wording/database-copy-words.ts';

const variables = environment();
const language = terminalLanguage(variables);
const folder = join(variables.DATA_FOLDER || 'data', 'database');
const [target] = process.argv.slice(2);

const refuse = (sentence: string): void => {
  console.error(sentence);
  process.exitCode = 1;
};

if (target === undefined) refuse(howToBackUp[language]);
else {
  try {
    const backup = backupEmbeddedMongo(folder, target);
    if (backup.ok) console.log(backedUp(backup.documents, target)[language]);
    else if (backup.reason === 'no database') refuse(noDatabaseHere(folder)[language]);
    else refuse((backup.reason === 'target taken' ? targetTaken(target) : copyDamaged)[language]);
  } catch (error) {
    refuse(copyFailed(error instanceof Error ? error.message : String(error))[language]);
  }
}
