import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/pass-on-form.json' with { type: 'json' };
import type { Language } from '../../../domain/kernel/text.ts';
import type { PassOnFormView } from '../../../views/improvements/pass-on-form-view.ts';
import { dayText } from '../../../wording/dates.ts';
import { itemAbout } from '../../../wording/figure-words.ts';
import {
  assignedLines,
  assignFormNote,
  ownedBy,
  owner,
  ownerPlaceholder,
  passOnSave,
  passOnTitle,
} from '../../../wording/improvement-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { expandCard } from '../expand-card.ts';

const card = new Template(template);

/** Asks who answers for a measure from now on. Arrives as `owner` (a directory object id from the people picker). */
export const passOnFormCard = (view: PassOnFormView, language: Language): AdaptiveCard =>
  expandCard(card, {
    eyebrow: view.training,
    title: passOnTitle[language],
    issue: itemAbout(view.item, view.instructor)[language],
    lines: [ownedBy(view.owner), ...assignedLines(view.measure, dayText(view.dueDate))].map((line) => ({
      text: line[language],
    })),
    error: view.error?.[language] ?? '',
    label: owner[language],
    placeholder: ownerPlaceholder[language],
    // A picker with static choices shows no directory on phones.
    people: [],
    owner: view.picked ?? '',
    note: assignFormNote[language],
    buttons: [
      button(
        'pass-on-save',
        passOnSave,
        language,
        { improvement: view.improvement, from: view.from },
        'positive',
      ),
    ],
  });
