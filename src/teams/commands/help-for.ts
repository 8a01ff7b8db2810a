import { mayToday } from '../../domain/people/permissions.ts';
import * as wording from '../../wording/command-words.ts';
import { notUnderstood } from '../../wording/conversation-words.ts';
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

/** What somebody can say: the whole list, or, where they were not understood, a few examples. */
export const helpFor = (
  commands: readonly Command[],
  speaker: Asking,
  because: 'asked' | 'not understood',
): Reply => {
  const { language } = speaker;
  const menu = menuFor(commands, speaker);
  if (because === 'not understood') {
    const examples = menu.map(({ title }) => title[language]).join(language === 'zh' ? '、' : ', ');
    return { text: notUnderstood(examples)[language] };
  }
  const { heading, lead, footer } = wording.help;
  return {
    card: helpCard({ title: heading, lead, commands: menu, footer }, language),
    summary: heading[language],
  };
};
