import { todayOf } from '../../domain/kernel/local-date.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { mayToday, notAllowed } from '../../domain/people/permissions.ts';
import { answeredInPrivate } from '../../wording/conversation-words.ts';
import type { Desk } from '../bot/desk.ts';
import { onDesk, withStores } from '../bot/on-desk.ts';
import type { Place } from '../bot/place.ts';
import { sayWhatWentWrong } from '../bot/say-what-went-wrong.ts';
import type { Speaker } from '../bot/speaker.ts';
import type { Send } from '../outbound/send.ts';
import type { Command, CommandCall, Reply } from './command.ts';
import { notACommand } from './not-a-command.ts';
import { type Takes, understand } from './understand.ts';

export interface Heard {
  /** As `visibleText` gives it. */
  readonly text: string;
  readonly speaker: Speaker;
  readonly place: Place;
}

/** Longer is no command, whatever it is. */
const longestCommand = 500;

/** Understands what somebody typed, checks that they may, runs it; the answer is for the place it was typed in. */
export const createCommandDispatch =
  (commands: readonly Command[], desk: Desk, send: Pick<Send, 'sendPersonal'>) =>
  async (heard: Heard): Promise<Reply> => {
    const { speaker } = heard;
    try {
      const takes = takesFor(heard, desk);
      const understood =
        heard.text.length > longestCommand ? undefined : await understand(heard.text, commands, takes);
      if (understood === undefined) return await notACommand(commands, heard, onDesk(desk));
      const { command, args } = understood;
      return await runCommand(command, { ...heard, args, commands }, desk, send);
    } catch (error) {
      return { text: sayWhatWentWrong(desk, error, speaker.language) };
    }
  };

/** What is known decides only for whoever may use the command: nobody learns by trying what there is. */
const takesFor =
  ({ speaker }: Heard, desk: Desk): Takes =>
  (command, args) =>
    command.takes?.(args, todayOf(desk)) === true ||
    (command.knows !== undefined &&
      mayToday(speaker, command.permission) &&
      command.knows(args, withStores(desk, command.uses), speaker));

const runCommand = async (
  command: Command,
  { speaker, place, args, commands }: CommandCall,
  desk: Desk,
  send: Pick<Send, 'sendPersonal'>,
): Promise<Reply> => {
  if (!mayToday(speaker, command.permission)) throw notAllowed(command.permission);
  if (!command.places.some((allowed) => allowed === place.kind)) {
    throw new Refusal(command.places.includes('personal') ? 'only-in-chat' : 'only-in-channel');
  }
  const reply = await command.run({ speaker, place, args, commands }, withStores(desk, command.uses));
  if (command.answersIn === 'place' || place.kind === 'personal') return reply;
  const outcome = await send.sendPersonal(speaker.account, reply);
  if (outcome.kind === 'sent') return { text: answeredInPrivate[speaker.language] };
  desk.log.info({ command: command.name, outcome: outcome.kind }, 'a private answer could not be given');
  throw new Refusal('chat-first');
};
