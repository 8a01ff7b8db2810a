import type { Desk } from '../bot/desk.ts';
import { sayWhatWentWrong } from '../bot/say-what-went-wrong.ts';
import type { Saying } from '../bot/saying.ts';
import type { Turn } from '../bot/turn.ts';
import type { createCommandDispatch } from '../commands/dispatch-command.ts';
import { visibleText } from '../commands/visible-text.ts';
import { messageOf } from '../outbound/message.ts';
import { identify } from './identify.ts';

/** Somebody typed something. */
export const createOnMessage =
  (desk: Desk, dispatch: ReturnType<typeof createCommandDispatch>) =>
  async (turn: Turn): Promise<void> => {
    const { context, activity, place, sighting } = turn;
    if (sighting === undefined) return;
    const text = visibleText(activity.text ?? '', activity.entities ?? [], activity.recipient.id);
    const reply: Saying = await identify(desk, context, sighting)
      .then((speaker) => dispatch({ text, speaker, place }))
      .catch((error: unknown) => ({ text: sayWhatWentWrong(desk, error, turn.language) }));
    await context.sendActivity(messageOf(reply));
  };
