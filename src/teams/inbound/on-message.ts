import type { createCommandDispatch } from '../commands/dispatch.ts';
import { visibleText } from '../commands/visible-text.ts';
import type { Desk } from '../desk.ts';
import { messageOf } from '../outbound/message.ts';
import { sayWhatWentWrong } from '../say-what-went-wrong.ts';
import type { Saying } from '../saying.ts';
import { identify } from './identify.ts';
import type { Turn } from './turn.ts';

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
