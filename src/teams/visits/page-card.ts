import type { Language, Text } from '../../domain/kernel/text.ts';
import type { Answer, Answers } from '../../domain/questionnaires/answers.ts';
import type { AskedPage } from '../../domain/questionnaires/asked-page.ts';
import { minutesNeeded } from '../../domain/questionnaires/minutes-needed.ts';
import type { AfterPress } from '../../domain/responses/answer-page.ts';
import { lastRevision } from '../../domain/responses/standing-answers.ts';
import type { OpenVisit } from '../../domain/responses/visit-page.ts';
import { answerMissing, answersMissing, savedElsewhere } from '../../wording/questionnaire-words.ts';
import type { Desk } from '../bot/desk.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import {
  type QuestionnairePageView,
  questionnairePageCard,
} from '../cards/questionnaire/questionnaire-page-card.ts';

type ShownPage = Extract<AfterPress, { kind: 'page' }>;

/** The page a person sees: the first one introduces itself until something was saved (C1). */
export const pageCard = (shown: ShownPage, desk: Desk, language: Language): AdaptiveCard => {
  const { open, index } = shown;
  const page = open.pages[index];
  if (page === undefined) throw new RangeError(`no page ${index}`);
  const view: QuestionnairePageView = {
    training: open.training.title,
    page,
    number: index + 1,
    pages: open.pages.length,
    answers: ofPage(page, shown.answers),
    errors: Object.fromEntries(shown.missing.map((key) => [key, answerMissing])),
    notices: noticesOf(shown),
    ...(index === 0 && open.response === undefined ? { introduction: introductionOf(open, desk) } : {}),
    dueDate: open.round.dueDate,
    mayBeExcused: open.response?.complete !== true,
    data: {
      visit: open.visit.id,
      page: page.id,
      revision: lastRevision(open.response, page.id)?.revision ?? 0,
    },
  };
  return questionnairePageCard(view, language);
};

/** A page nobody has answered yet is the same for all, whatever was said on the pages before. */
const ofPage = ({ items }: AskedPage, answers: Answers): Answers =>
  Object.fromEntries(
    items.flatMap(({ key }): [string, Answer][] => {
      const given = answers[key];
      return given === undefined ? [] : [[key, given]];
    }),
  );

const noticesOf = (shown: ShownPage): { kind: 'warning' | 'attention'; text: Text }[] => [
  ...(shown.savedElsewhere ? [{ kind: 'warning' as const, text: savedElsewhere }] : []),
  ...(shown.missing.length > 0
    ? [{ kind: 'attention' as const, text: answersMissing(shown.missing.length) }]
    : []),
];

const introductionOf = (open: OpenVisit, desk: Desk) => ({
  organisation: desk.settings.organisation.name,
  text: open.questionnaire.intro,
  questions: open.pages.reduce((sum, page) => sum + page.items.length, 0),
  minutes: minutesNeeded(open.pages),
  minimumGroup: desk.settings.minimumGroup.scores,
});
