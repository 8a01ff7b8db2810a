import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/on-leave-form.json' with { type: 'json' };
import type { Language, Text } from '../../../domain/kernel/text.ts';
import {
  aboutTraining,
  backToQuestions,
  confirmLeave,
  lastDayOff,
  leaveFormLine,
  leaveFormTitle,
} from '../../../wording/questionnaire-end-words.ts';
import type { AdaptiveCard, CardData } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { expandCard } from '../expand-card.ts';

export interface OnLeaveFormView {
  readonly training: string;
  /** Local date: today; and the date typed before, if any. */
  readonly today: string;
  readonly until?: string;
  readonly error?: Text;
  readonly data: CardData;
}

const card = new Template(template);

/** Asks for the last day off; the date arrives as `until`. */
export const onLeaveFormCard = (view: OnLeaveFormView, language: Language): AdaptiveCard =>
  expandCard(card, {
    eyebrow: aboutTraining(view.training)[language],
    title: leaveFormTitle[language],
    line: leaveFormLine[language],
    label: lastDayOff[language],
    error: view.error?.[language] ?? '',
    until: view.until ?? '',
    earliest: view.today,
    buttons: [
      button('on-leave', confirmLeave, language, view.data, 'positive'),
      button('open-visit', backToQuestions, language, view.data),
    ],
  });
