import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/questionnaire-page.json' with { type: 'json' };
import type { Language } from '../../../domain/kernel/text.ts';
import type { QuestionnairePageView } from '../../../views/responses/questionnaire-page-view.ts';
import { untilText } from '../../../wording/dates.ts';
import {
  aboutInstructor,
  back,
  didNotAttend,
  eyebrow,
  finish,
  frankLine,
  invitation,
  later,
  next,
  onLeave,
  privacyLine,
  rather,
  untilLine,
} from '../../../wording/questionnaire-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { expandCard } from '../expand-card.ts';
import { rememberCards } from '../remember-cards.ts';
import { othersLines } from './others-lines.ts';
import { question } from './question-input.ts';

const card = new Template(template);

interface IntroLine {
  readonly text: string;
  readonly subtle: boolean;
  readonly size: 'Default' | 'Small';
}
const plain = (text: string): IntroLine => ({ text, subtle: false, size: 'Default' });
const aside = (text: string): IntroLine => ({ text, subtle: true, size: 'Small' });

const intro = (view: QuestionnairePageView, language: Language): IntroLine[] => {
  const until = untilText(view.until);
  const start = view.introduction;
  if (start === undefined) return [aside(untilLine(until)[language])];
  return [
    plain(invitation(start.organisation, start.questions, start.minutes, until)[language]),
    plain(start.text[language]),
    aside(privacyLine(start.minimumGroup.scores, start.minimumGroup.comments)[language]),
    aside(frankLine[language]),
  ];
};

/** One page of a questionnaire; the invitation is its first page with an introduction (C1). */
export const questionnairePageCard = (view: QuestionnairePageView, language: Language): AdaptiveCard => {
  // What somebody answered is not kept beyond the moment.
  const isFresh =
    Object.keys(view.answers).length + Object.keys(view.errors).length + view.notices.length === 0 &&
    view.page.items.every(({ recalled }) => recalled === undefined) &&
    view.others === undefined;
  return isFresh ? freshPage(view, language) : layPage(view, language);
};

const layPage = (view: QuestionnairePageView, language: Language): AdaptiveCard => {
  const { page } = view;
  const data = { visit: view.visit, page: page.id, revision: view.revision };
  const title =
    page.instructor === undefined ? page.title : aboutInstructor(page.title, page.instructor.name);
  const last = view.number === view.pages;
  return expandCard(card, {
    eyebrow: eyebrow(view.number, view.pages, view.label)[language],
    training: view.training,
    intro: [...intro(view, language), ...othersLines(view.others).map((line) => plain(line[language]))],
    notices: view.notices.map((notice) => ({ style: notice.kind, text: notice.text[language] })),
    pageTitle: title[language],
    lead: page.lead?.[language] ?? '',
    questions: page.items.map((asked) =>
      question(asked, view.answers[asked.key], view.errors[asked.key], language),
    ),
    // Whoever pressed "Next" looks at that place, not at the top.
    besideNext: view.notices
      .filter(({ kind }) => kind === 'attention')
      .map(({ kind, text }) => ({ style: kind, text: text[language] })),
    steps: [
      button('answer-page', last ? finish : next, language, data, 'positive'),
      ...(view.number > 1 ? [button('answer-back', back, language, data)] : []),
    ],
    ways: [
      button('answer-later', later, language, data),
      ...(view.mayBeExcused
        ? [
            button('on-leave-open', onLeave, language, data),
            button('did-not-attend', didNotAttend, language, data),
            button('decline', rather, language, data),
          ]
        : []),
    ],
  });
};

const freshPage = rememberCards(layPage);
