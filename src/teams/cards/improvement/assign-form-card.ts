import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/assign-form.json' with { type: 'json' };
import { longestMeasure } from '../../../domain/improvements/assign-issue.ts';
import type { Language } from '../../../domain/kernel/text.ts';
import type { AssignFormView } from '../../../views/improvements/assign-form-view.ts';
import { itemAbout, itemFigures } from '../../../wording/figure-words.ts';
import {
  assignFormNote,
  assignFormTitle,
  assignSave,
  due,
  measure,
  measurePlaceholder,
  owner,
  ownerPlaceholder,
} from '../../../wording/improvement-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { expandCard } from '../expand-card.ts';

const card = new Template(template);

/**
 * Asks who improves it, how and until when. Arrives as `owner` (a directory object id from the people picker),
 * `measure` and `due` (local date).
 */
export const assignFormCard = (view: AssignFormView, language: Language): AdaptiveCard =>
  expandCard(card, {
    eyebrow: view.training,
    title: assignFormTitle[language],
    issue: itemAbout(view.item, view.instructor)[language],
    figures: itemFigures(view.figures)[language],
    labels: {
      owner: owner[language],
      ownerPlaceholder: ownerPlaceholder[language],
      measure: measure[language],
      measurePlaceholder: measurePlaceholder[language],
      due: due[language],
    },
    errors: {
      owner: view.errors?.owner?.[language] ?? '',
      measure: view.errors?.measure?.[language] ?? '',
      due: view.errors?.due?.[language] ?? '',
    },
    longestMeasure,
    // A picker with static choices shows no directory on phones.
    people: [],
    owner: view.typed?.owner ?? '',
    measure: view.typed?.measure ?? '',
    due: view.typed?.due ?? view.proposedDue,
    note: assignFormNote[language],
    buttons: [button('assign-save', assignSave, language, { issue: view.issue }, 'positive')],
  });
