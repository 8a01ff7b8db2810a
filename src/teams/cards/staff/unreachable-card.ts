import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/roster-gaps.json' with { type: 'json' };
import type { DeliveryReason } from '../../../domain/deliveries/delivery.ts';
import type { Language } from '../../../domain/kernel/text.ts';
import { deliveryReasons } from '../../../wording/delivery-reason-words.ts';
import { morePeople } from '../../../wording/status-words.ts';
import { unreachableEyebrow, unreachableLead, unreachableTitle } from '../../../wording/unreachable-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { expandCard } from '../expand-card.ts';

export interface UnreachableView {
  readonly groups: readonly {
    readonly reason: DeliveryReason;
    readonly people: readonly { readonly name: string; readonly email: string }[];
  }[];
}

const card = new Template(template);
/** Names beyond these are counted. */
const shownPeople = 30;

/** To staff: who does not get what the bot has for them, why, and what helps. */
export const unreachableCard = ({ groups }: UnreachableView, language: Language): AdaptiveCard =>
  expandCard(card, {
    eyebrow: unreachableEyebrow[language],
    title: unreachableTitle(groups.reduce((sum, group) => sum + group.people.length, 0))[language],
    lead: unreachableLead[language],
    groups: groups.map(({ reason, people }) => ({
      reason: deliveryReasons[reason].why[language],
      action: deliveryReasons[reason].remedy[language],
      people: people.slice(0, shownPeople).map(({ name, email }) => ({ text: `${name} · ${email}` })),
      more: people.length > shownPeople ? morePeople(people.length - shownPeople)[language] : '',
    })),
  });
