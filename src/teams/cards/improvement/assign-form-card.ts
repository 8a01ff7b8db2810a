import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/assign-form.json' with { type: 'json' };
import type { Language, Text } from '../../../domain/kernel/text.ts';
import { type ItemFigures, itemAbout, itemFigures } from '../../../wording/figure-words.ts';
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
import type { AdaptiveCard, CardData } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { expandCard } from '../expand-card.ts';

export interface AssignFormView {
  readonly training: string;
  readonly issue: Text;
  readonly instructor?: string;
  readonly figures: ItemFigures;
  /** What was typed before and refused. `owner`: directory object id. */
  readonly typed?: { readonly owner?: string; readonly measure?: string; readonly due?: string };
  readonly errors?: { readonly owner?: Text; readonly measure?: Text; readonly due?: Text };
  /** Local date: the first day that can be chosen; and the one proposed. */
  readonly earliest: string;
  readonly proposedDue: string;
  readonly data: CardData;
}

const card = new Template(template);

/**
 * Asks who improves it, how and until when. Arrives as `owner` (a directory object id from the people picker),
 * `measure` and `due` (local date).
 */
export const assignFormCard = (view: AssignFormView, language: Language): AdaptiveCard =>
  expandCard(card, {
    eyebrow: view.training,
    title: assignFormTitle[language],
    issue: itemAbout(view.issue, view.instructor)[language],
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
    // A picker with static choices shows no directory on phones.
    people: [],
    owner: view.typed?.owner ?? '',
    measure: view.typed?.measure ?? '',
    due: view.typed?.due ?? view.proposedDue,
    earliest: view.earliest,
    note: assignFormNote[language],
    buttons: [button('assign-save', assignSave, language, view.data, 'positive')],
  });
