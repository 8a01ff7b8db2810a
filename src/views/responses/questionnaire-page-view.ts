import { type LastMoment, lastMomentFor } from '../../domain/followups/last-moment.ts';
import type { VisitId } from '../../domain/kernel/ids.ts';
import type { Settings } from '../../domain/kernel/settings.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { Answer, Answers } from '../../domain/questionnaires/answers.ts';
import type { AskedPage } from '../../domain/questionnaires/asked-page.ts';
import { askedOfAll, minutesNeeded } from '../../domain/questionnaires/minutes-needed.ts';
import type { ShownPage } from '../../domain/responses/answer-page.ts';
import { lastRevision } from '../../domain/responses/standing-answers.ts';
import type { OpenVisit } from '../../domain/responses/visit-page.ts';
import { answerMissing, answersMissing, savedElsewhere } from '../../wording/questionnaire-words.ts';
import type { ViewParts } from '../view-parts.ts';
import type { OtherWaiting } from './others-waiting.ts';

export interface QuestionnairePageView {
  readonly visit: VisitId;
  readonly training: string;
  /** Which of several rounds it is asked in. */
  readonly label?: Text;
  readonly page: AskedPage;
  /** What of the page was saved last; 0 for nothing yet. */
  readonly revision: number;
  /** 1 for the first page. */
  readonly number: number;
  readonly pages: number;
  /** What was saved, or what was just sent and refused. */
  readonly answers: Answers;
  /** By answer key: why an answer was refused. */
  readonly errors: Readonly<Record<string, Text>>;
  /** Something the person should know first: what is still open, saved on another device. */
  readonly notices: readonly { readonly kind: 'good' | 'warning' | 'attention'; readonly text: Text }[];
  /** The first page of a questionnaire not answered yet introduces itself. */
  readonly introduction?: {
    readonly organisation: string;
    readonly text: Text;
    readonly questions: number;
    readonly minutes: number;
    readonly minimumGroup: Settings['minimumGroup'];
  };
  /** What else waits for them, named where they are asked. */
  readonly others?: readonly OtherWaiting[];
  /** Where they are. */
  readonly until: LastMoment;
  /** Whether "I am on leave" and "I did not attend" are offered. */
  readonly mayBeExcused: boolean;
}

/** The page a person sees: the first one introduces itself until something was saved (C1). */
export const questionnairePageView = (
  shown: ShownPage,
  from: Pick<ViewParts, 'clock' | 'settings'>,
  timeZone: string,
): QuestionnairePageView => {
  const { open, index, page } = shown;
  return {
    visit: open.visit.id,
    training: open.training.title,
    ...(open.round.label === undefined ? {} : { label: open.round.label }),
    page,
    revision: lastRevision(open.response, page.id)?.revision ?? 0,
    number: index + 1,
    pages: open.pages.length,
    answers: ofPage(page, shown.answers),
    errors: Object.fromEntries(shown.missing.map((key) => [key, answerMissing])),
    notices: noticesOf(shown),
    ...(index === 0 && open.response === undefined ? { introduction: introductionOf(open, from) } : {}),
    until: lastMomentFor(open.round.dueAt, timeZone, from.clock.now()),
    mayBeExcused: open.response?.complete !== true,
  };
};

/** A page nobody has answered yet is the same for all, whatever was said on the pages before. */
const ofPage = ({ items }: AskedPage, answers: Answers): Answers =>
  Object.fromEntries(
    items.flatMap(({ key }): [string, Answer][] => {
      const given = answers[key];
      return given === undefined ? [] : [[key, given]];
    }),
  );

const noticesOf = (shown: ShownPage): QuestionnairePageView['notices'] => [
  ...(shown.savedElsewhere ? [{ kind: 'warning' as const, text: savedElsewhere }] : []),
  ...(shown.missing.length > 0
    ? [{ kind: 'attention' as const, text: answersMissing(shown.missing.length) }]
    : []),
];

const introductionOf = (open: OpenVisit, { settings }: Pick<ViewParts, 'settings'>) => ({
  organisation: settings.organisation.name,
  text: open.questionnaire.intro,
  questions: askedOfAll(open.pages).length,
  minutes: minutesNeeded(open.pages),
  minimumGroup: settings.minimumGroup,
});
