import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/people-by-reason.json' with { type: 'json' };
import type { Language, Text } from '../../../domain/kernel/text.ts';
import type { PeopleByReason } from '../../../views/people/people-by-reason.ts';
import { morePeople } from '../../../wording/people-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { expandCard } from '../expand-card.ts';

export interface PeopleByReasonView {
  /** The small line on top: what this is about. */
  readonly eyebrow: Text;
  readonly title: Text;
  readonly lead: Text;
  readonly groups: readonly PeopleByReason[];
}

const card = new Template(template);
/** Names beyond these are counted. */
const shownPeople = 30;

/** Lists people by what stands in their way, with what helps: every card that names people to staff. */
export const peopleByReasonCard = (view: PeopleByReasonView, language: Language): AdaptiveCard =>
  expandCard(card, {
    eyebrow: view.eyebrow[language],
    title: view.title[language],
    lead: view.lead[language],
    groups: view.groups.map(({ reason, remedy, people }) => ({
      reason: reason[language],
      remedy: remedy[language],
      people: people.slice(0, shownPeople).map(({ name, email }) => ({ text: `${name} · ${email}` })),
      more: people.length > shownPeople ? morePeople(people.length - shownPeople)[language] : '',
    })),
  });
