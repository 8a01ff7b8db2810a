import { unreachablePeople } from '../../domain/deliveries/unreachable-people.ts';
import * as wording from '../../wording/command-words.ts';
import { everybodyReached, unreachableTitle } from '../../wording/unreachable-words.ts';
import { unreachableCard } from '../cards/staff/unreachable-card.ts';
import type { Command } from './command.ts';

/** `/unreachable` (W1): who does not get the bot's messages, why, and what helps; for staff and in private. */
export const unreachable: Command = {
  name: 'unreachable',
  words: { zh: ['联系不上', '送不到'], en: ['unreachable'] },
  permission: 'see-unmatched',
  menu: { title: wording.unreachable.title, description: wording.unreachable.description },
  answersIn: 'private',
  places: ['personal', 'channel'],
  run: async ({ speaker }, desk) => {
    const { language } = speaker;
    const groups = await unreachablePeople({ ...desk.stores, clock: desk.clock });
    if (groups.length === 0) return { text: everybodyReached[language] };
    const count = groups.reduce((sum, { people }) => sum + people.length, 0);
    return { card: unreachableCard({ groups }, language), summary: unreachableTitle(count)[language] };
  },
};
