import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Questionnaire } from '../../domain/questionnaires/questionnaire.ts';
import type { QuestionnaireProblem } from '../../domain/questionnaires/questionnaire-problem.ts';
import { lockFile, readLock } from './publication-lock.ts';
import { questionnaireFileName } from './read-questionnaire.ts';
import { readQuestionnaireFile } from './read-questionnaire-file.ts';

/** The questionnaires that come with the product. */
export const builtInFolder = resolve(import.meta.dirname, '../../../questionnaires');

/** A folder of questionnaires: what is asked, what is still being written, and what is wrong. */
export interface QuestionnaireFolder {
  readonly published: readonly Questionnaire[];
  readonly drafts: readonly Questionnaire[];
  readonly problems: readonly QuestionnaireProblem[];
}

/** The product's own ids; an organisation gives its questionnaires others, so that the two never meet. */
const reservedId = /^t[1-5]$/;

/** Reads every questionnaire of a folder. */
export const readQuestionnaireFolder = (folder: string): QuestionnaireFolder => {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => /\.ya?ml$/i.test(name) && name !== lockFile);
  } catch {
    return { published: [], drafts: [], problems: [{ code: 'folder-unreadable', file: folder, line: 0 }] };
  }
  const lock = readLock(folder);
  if ('problem' in lock) return { published: [], drafts: [], problems: [lock.problem] };
  const read = names.sort().map((name) => readQuestionnaireFile(folder, name));
  const good = read.flatMap((one) => ('questionnaire' in one ? one.questionnaire : []));
  const digestOf = (one: Questionnaire): string | undefined => lock.digests.get(questionnaireFileName(one));
  return {
    published: good.filter((one) => digestOf(one) !== undefined),
    drafts: good.filter((one) => digestOf(one) === undefined),
    problems: [
      ...read.flatMap((one) => ('problems' in one ? one.problems : [])),
      ...[...lock.digests.keys()]
        .filter((file) => !names.includes(file))
        .map((file): QuestionnaireProblem => ({ code: 'file-gone', file, line: 0 })),
      ...good
        .filter((one) => resolve(folder) !== builtInFolder && reservedId.test(one.id))
        .map((one) => problemOf(one, 'id-reserved', { id: one.id })),
      ...good
        .filter((one) => digestOf(one) !== undefined && digestOf(one) !== one.digest)
        .map((one) =>
          problemOf(one, 'published-changed', {
            next: questionnaireFileName({ id: one.id, version: nextVersion(good, one) }),
          }),
        ),
    ],
  };
};

const problemOf = (
  one: Questionnaire,
  code: QuestionnaireProblem['code'],
  details: NonNullable<QuestionnaireProblem['details']>,
): QuestionnaireProblem => ({ code, file: questionnaireFileName(one), line: 0, details });

const nextVersion = (all: readonly Questionnaire[], { id }: Questionnaire): number =>
  Math.max(...all.filter((one) => one.id === id).map(({ version }) => version)) + 1;
