import { unreachableView } from '../../views/deliveries/unreachable-view.ts';
import { countPeople } from '../../views/people/people-by-reason.ts';
import * as wording from '../../wording/command-words.ts';
import { everybodyReached, unreachableTitle } from '../../wording/unreachable-words.ts';
import { unreachableCard } from '../cards/staff/unreachable-card.ts';
import { command } from './command.ts';

/** `/unreachable` (W1): who does not get the bot's messages, why, and what helps; for staff and in private. */
export const unreachable = command({
  name: 'unreachable',
  words: { zh: ['联系不上', '送不到'], en: ['unreachable'] },
  permission: 'see-unmatched',
  menu: { title: wording.unreachable.title, description: wording.unreachable.description },
  answersIn: 'private',
  uses: ['people', 'deliveries'],
  places: ['personal', 'channel'],
  run: async ({ speaker: { language } }, on) => {
    const view = await unreachableView(on);
    if (view.groups.length === 0) return { text: everybodyReached[language] };
    return {
      card: unreachableCard(view, language),
      summary: unreachableTitle(countPeople(view.groups))[language],
    };
  },
});
