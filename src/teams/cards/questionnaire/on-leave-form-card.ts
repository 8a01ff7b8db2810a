import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/on-leave-form.json' with { type: 'json' };
import type { Language } from '../../../domain/kernel/text.ts';
import type { OnLeaveFormView } from '../../../views/responses/on-leave-form-view.ts';
import {
  aboutTraining,
  backToQuestions,
  confirmLeave,
  lastDayOff,
  leaveFormLine,
  leaveFormTitle,
} from '../../../wording/questionnaire-end-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { expandCard } from '../expand-card.ts';

const card = new Template(template);

/** Asks for the last day off; the date arrives as `until`. */
export const onLeaveFormCard = (view: OnLeaveFormView, language: Language): AdaptiveCard =>
  expandCard(card, {
    eyebrow: aboutTraining(view.training)[language],
    title: leaveFormTitle[language],
    line: leaveFormLine(view.training)[language],
    label: lastDayOff[language],
    error: view.error?.[language] ?? '',
    until: view.until ?? '',
    buttons: [
      button('on-leave', confirmLeave, language, { visit: view.visit }, 'positive'),
      button('open-visit', backToQuestions, language, { visit: view.visit }),
    ],
  });
