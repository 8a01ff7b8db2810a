import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/pending.json' with { type: 'json' };
import type { Language, Text } from '../../../domain/kernel/text.ts';
import type { PendingView } from '../../../views/responses/pending-view.ts';
import { untilText } from '../../../wording/dates.ts';
import {
  open,
  pendingLine,
  pendingTitle,
  pendingVisit,
  standingInToo,
} from '../../../wording/pending-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { expandCard } from '../expand-card.ts';

const card = new Template(template);
/** More than these would be a wall; the rest come up as these are done. */
const shown = 10;

/** What waits for a trainee, each with its button; `first`: what is to be said before. */
export const pendingCard = (
  { visits, standsInFor }: PendingView,
  language: Language,
  first?: Text,
): AdaptiveCard =>
  expandCard(card, {
    title: pendingTitle(visits.length)[language],
    lines: [
      ...(first === undefined ? [] : [first]),
      pendingLine[visits.length === 0 ? 'none' : 'some'],
      ...(standsInFor === undefined ? [] : [standingInToo(standsInFor)]),
    ].map((line) => ({ text: line[language] })),
    visits: visits.slice(0, shown).map((visit) => ({
      training: visit.training,
      line: pendingVisit(visit.questionnaire, untilText(visit.until), visit.minutes)[language],
      buttons: [button('open-visit', open, language, { visit: visit.visit }, 'positive')],
    })),
  });
