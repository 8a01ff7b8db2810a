import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { previewPage } from '../../documents/questionnaires/preview-page.ts';
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

/** A proof of one questionnaire: its text here, and a page at phone width in a file. */
export const previewFile = (
  path: string,
  language: Language,
  around: QuestionnaireSurroundings,
): ExitCode => {
  if (!existsSync(path)) {
    around.say(fileNotFound(path));
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
