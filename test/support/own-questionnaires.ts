import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishFolder } from '../../src/documents/questionnaires/publish-folder.ts';
import { readQuestionnaire } from '../../src/documents/questionnaires/read-questionnaire.ts';
import type { Questionnaire } from '../../src/domain/questionnaires/questionnaire.ts';

/** A questionnaire with every kind of question there is, for classroom trainings, as a file. */
export const ownFile = readFileSync(
  join(import.meta.dirname, '../fixtures/questionnaires/own-t1.v1.yaml'),
  'utf8',
);

/** Reads a file that is good; throws what is wrong with one that is not. */
export const readGood = (text: string, name = 'own-t1.v1.yaml'): Questionnaire => {
  const read = readQuestionnaire(text, name);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.questionnaire;
};

export const own = readGood(ownFile);

/** The file with each of these replaced by what stands behind it; throws where something is not there. */
export const changed = (text: string, ...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((whole, [from, to]) => {
    if (!whole.includes(from)) throw new Error(`not in the file: ${from}`);
    return whole.replace(from, () => to);
  }, text);

/** A folder with these files, not published yet. */
export const draftFolder = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'questionnaires-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

/** A folder with these files, published. */
export const publishedFolder = (files: Readonly<Record<string, string>>): string => {
  const folder = draftFolder(files);
  const outcome = publishFolder(folder);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return folder;
};
