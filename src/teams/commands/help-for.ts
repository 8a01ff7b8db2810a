import { mayToday } from '../../domain/people/permissions.ts';
import * as wording from '../../wording/command-words.ts';
import type { Speaker } from '../bot/speaker.ts';
import { helpCard } from '../cards/help-card.ts';
import type { Command, Reply } from './command.ts';

/** Whoever asks: somebody, or an account of which nobody knows yet whose it is. */
type Asking = Pick<Speaker, 'roles' | 'ownRoles' | 'language'>;

/** The commands this person may use and that stand in the menu, in its order. */
export const menuFor = (commands: readonly Command[], speaker: Asking) =>
  commands.flatMap(({ menu, permission }) =>
    menu !== undefined && mayToday(speaker, permission) ? [menu] : [],
  );

/** Everything somebody can say. */
export const helpFor = (commands: readonly Command[], speaker: Asking): Reply => {
  const { language } = speaker;
  const { heading, lead, footer } = wording.help;
  const menu = menuFor(commands, speaker);
  return {
    card: helpCard({ title: heading, lead, commands: menu, footer }, language),
    summary: heading[language],
  };
};
