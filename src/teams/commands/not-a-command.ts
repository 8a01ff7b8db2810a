import { spokenElsewhere, spokenToCard, spokenToNobody } from '../../wording/conversation-words.ts';
import type { OnDesk } from '../bot/on-desk.ts';
import type { Command, CommandCall, Reply } from './command.ts';
import { menuFor } from './help-for.ts';
import { type WaitingStores, withWaiting } from './with-waiting.ts';

/**
 * What is said to a sentence that is no command: often an opinion, typed instead of pressed. It is kept and counted
 * nowhere, and whoever wrote it is told so and given the card to press.
 */
export const notACommand = async (
  commands: readonly Command[],
  { speaker, place }: Pick<CommandCall, 'speaker' | 'place'>,
  on: OnDesk<WaitingStores>,
): Promise<Reply> => {
  const { language } = speaker;
  const examples = menuFor(commands, speaker)
    .map(({ title }) => title[language])
    .join(language === 'zh' ? '、' : ', ');
  if (place.kind !== 'personal') return { text: spokenElsewhere(examples)[language] };
  return withWaiting(on, { speaker, place }, spokenToCard, spokenToNobody(examples));
};
