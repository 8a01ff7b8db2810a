import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Desk } from '../bot/desk.ts';
import { sayWhatWentWrong } from '../bot/say-what-went-wrong.ts';
import type { Saying } from '../bot/saying.ts';
import type { Turn } from '../bot/turn.ts';
import type { Command } from '../commands/command.ts';
import type { createCommandDispatch } from '../commands/dispatch-command.ts';
import { help } from '../commands/help-command.ts';
import { helpFor } from '../commands/help-for.ts';
import { understand } from '../commands/understand.ts';
import { visibleText } from '../commands/visible-text.ts';
import { messageOf } from '../outbound/message.ts';
import { identify } from './identify.ts';

/** Somebody typed something. */
export const createOnMessage =
  (desk: Desk, commands: readonly Command[], dispatch: ReturnType<typeof createCommandDispatch>) =>
  async (turn: Turn): Promise<void> => {
    const { context, activity, place, sighting } = turn;
    if (sighting === undefined) return;
    const text = visibleText(activity.text ?? '', activity.entities ?? [], activity.recipient.id);
    const reply: Saying = await identify(desk, context, sighting)
      .then((speaker) => dispatch({ text, speaker, place }))
      .catch(async (error: unknown) => {
        const { language } = turn;
        const isHeld = error instanceof Refusal && error.code === 'account-held';
        // Whoever it is: what a stranger may ask for, they may.
        return isHeld && (await understand(text, commands, () => false))?.command.name === help.name
          ? helpFor(commands, { roles: new Set(), ownRoles: new Set(), language })
          : { text: sayWhatWentWrong(desk, error, language) };
      });
    await context.sendActivity(messageOf(reply));
  };
