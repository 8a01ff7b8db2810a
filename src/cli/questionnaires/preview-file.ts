import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { previewPage } from '../../documents/questionnaires/preview-page.ts';
import { builtInFolder } from '../../documents/questionnaires/questionnaire-folder.ts';
import { readQuestionnaireFile } from '../../documents/questionnaires/read-questionnaire-file.ts';
import type { Language } from '../../domain/kernel/text.ts';
import {
  type PreviewQuestion,
  type QuestionnairePreview,
  questionnairePreview,
} from '../../views/questionnaires/questionnaire-preview.ts';
import { previewWritten } from '../../wording/questionnaire-file-words.ts';
import { fileNotFound } from '../../wording/roster-words.ts';
import { questionnaireProblemTable } from './questionnaire-problem-table.ts';
import type { ExitCode, QuestionnaireSurroundings } from './questionnaire-surroundings.ts';

/**
 * A proof of one questionnaire, by its path or by its name as the list has it: its text here, and a page at phone
 * width in a file.
 */
export const previewFile = (
  asked: string,
  language: Language,
  around: QuestionnaireSurroundings,
): ExitCode => {
  const path = placesOf(asked, around.ownFolder).find((place) => existsSync(place));
  if (path === undefined) {
    around.say(fileNotFound(asked));
    return 2;
  }
  const name = basename(path);
  const read = readQuestionnaireFile(dirname(path), name);
  if ('problems' in read) {
    for (const line of questionnaireProblemTable(read.problems, around.language)) around.print(line);
    return 1;
  }
  const preview = questionnairePreview(read.questionnaire, language);
  for (const line of linesOf(preview)) around.print(line);
  mkdirSync(around.proofs, { recursive: true });
  const page = join(around.proofs, name.replace(/\.ya?ml$/, `.${language}.html`));
  writeFileSync(page, previewPage(preview, language));
  around.say(previewWritten(page));
  return 0;
};

/** A path goes before a name; what the organisation has before what comes with the product. */
const placesOf = (asked: string, ownFolder: string | undefined): string[] => {
  const named =
    asked === basename(asked) ? [...(ownFolder === undefined ? [] : [ownFolder]), builtInFolder] : [];
  return [asked, ...named.map((folder) => join(folder, asked))].flatMap((path) =>
    /\.ya?ml$/i.test(path) ? [path] : [`${path}.yaml`],
  );
};

const linesOf = ({ title, intro, scope, summary, pages }: QuestionnairePreview): string[] => [
  title,
  intro,
  scope,
  summary,
  '',
  ...pages.flatMap((page, index) => [
    `${index + 1} / ${pages.length}  ${page.title}`,
    ...(page.lead === '' ? [] : [`  ${page.lead}`]),
    ...page.questions.flatMap(questionLines),
    '',
  ]),
];

const questionLines = ({ wording, answeredBy, answers, notes }: PreviewQuestion): string[] => [
  `  ${wording}${notes.length === 0 ? '' : `  (${notes.join(' · ')})`}`,
  ...answers.map((answer) => `    ${answeredBy === 'several' ? '☐' : '○'} ${answer}`),
];
