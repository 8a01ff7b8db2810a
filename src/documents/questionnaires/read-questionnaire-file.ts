import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadQuestionnaire, readQuestionnaire } from './read-questionnaire.ts';

/** What a lost letter becomes; it may also have been saved by a program that had lost it before. */
const lostLetter = '\uFFFD';

/** Reads a questionnaire's file. Whatever is no text in UTF-8 is told: locked once, lost letters would stay. */
export const readQuestionnaireFile = (folder: string, file: string): ReadQuestionnaire => {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, file));
  } catch {
    return { problems: [{ code: 'file-unreadable', file, line: 0 }] };
  }
  const text = bytes.toString('utf8');
  const lost = text.indexOf(lostLetter);
  if (lost >= 0) {
    return { problems: [{ code: 'file-not-utf8', file, line: text.slice(0, lost).split('\n').length }] };
  }
  return readQuestionnaire(text, file);
};
