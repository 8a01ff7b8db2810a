import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/roster-gaps.json' with { type: 'json' };
import type { Language, Text } from '../../../domain/kernel/text.ts';
import { gapsEyebrow, gapsLead, gapsTitle, morePeople } from '../../../wording/status-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { expandCard } from '../expand-card.ts';

export interface RosterGapsView {
  readonly training: string;
  readonly groups: readonly {
    /** Why these people cannot be asked, and what to do about it. */
    readonly reason: Text;
    readonly action: Text;
    /** Name and e-mail. */
    readonly people: readonly { readonly name: string; readonly email: string }[];
  }[];
}

const card = new Template(template);
/** Names beyond these are counted. */
const shownPeople = 30;

/** To staff, about one training: who cannot be asked in Teams yet, and what to do. */
export const rosterGapsCard = ({ training, groups }: RosterGapsView, language: Language): AdaptiveCard =>
  expandCard(card, {
    eyebrow: gapsEyebrow[language],
    title: gapsTitle(groups.reduce((sum, group) => sum + group.people.length, 0))[language],
    lead: gapsLead(training)[language],
    groups: groups.map(({ reason, action, people }) => ({
      reason: reason[language],
      action: action[language],
      people: people.slice(0, shownPeople).map(({ name, email }) => ({ text: `${name} · ${email}` })),
      more: people.length > shownPeople ? morePeople(people.length - shownPeople)[language] : '',
    })),
  });
