import type { Receipt } from '../../domain/deliveries/receipt.ts';
import { notificationOnly } from '../../wording/conversation-words.ts';
import { refusalText } from '../../wording/refusal-words.ts';
import type { Desk } from '../bot/desk.ts';
import { sayWhatWentWrong } from '../bot/say-what-went-wrong.ts';
import { receiptFor } from '../bot/teams-address.ts';
import type { Turn } from '../bot/turn.ts';
import type { createCardActionDispatch, PressAnswer } from '../card-actions/dispatch-press.ts';
import { messageOf } from '../outbound/message.ts';
import type { Send } from '../outbound/send.ts';
import { identify } from './identify.ts';
import { createInStep, type InStep } from './in-step.ts';
import { respond } from './invoke-response.ts';
import { softDeadlineMs, withinDeadline } from './soft-deadline.ts';

type Dispatch = ReturnType<typeof createCardActionDispatch>;

interface PressedButton {
  readonly verb: unknown;
  readonly data: unknown;
}

const press = async (
  desk: Desk,
  dispatch: Dispatch,
  turn: Turn,
  { verb, data }: PressedButton,
): Promise<PressAnswer> => {
  let { language } = turn;
  try {
    if (turn.sighting === undefined) return { message: refusalText('form-not-understood')[language] };
    const speaker = await identify(desk, turn.context, turn.sighting);
    language = speaker.language;
    const message = messageBehind(turn);
    return await dispatch({ verb, data, speaker, place: turn.place, ...(message && { message }) });
  } catch (error) {
    return { message: sayWhatWentWrong(desk, error, language) };
  }
};

const messageBehind = ({ activity, place }: Turn): Receipt | undefined => {
  const { replyToId } = activity;
  if (replyToId === undefined || replyToId === null || replyToId === '') return undefined;
  return receiptFor(replyToId, place);
};

/** Action.Execute: the answer takes the card's place, within Teams' five seconds. */
export const createOnExecute =
  (desk: Desk, dispatch: Dispatch, inStep: InStep = createInStep()) =>
  async (turn: Turn): Promise<void> => {
    const action = fieldsOf(fieldsOf(turn.context.activity.value).action);
    const pressed = { verb: action.verb, data: action.data ?? {} };
    const late = (): PressAnswer => {
      desk.log.warn({ verb: String(pressed.verb).slice(0, 100) }, 'a pressed button was answered late');
      return { message: refusalText('try-again-soon')[turn.language] };
    };
    const begun = performance.now();
    await respond(
      turn.context,
      await withinDeadline(
        inStep(() => press(desk, dispatch, turn, pressed)),
        softDeadlineMs,
        late,
      ),
    );
    desk.metrics?.time('invoke', 'button', performance.now() - begun);
  };

/** Action.Submit (clients that know no Execute) cannot be answered: the card's message is replaced instead. */
export const createOnSubmit =
  (desk: Desk, dispatch: Dispatch, send: Send) =>
  async (turn: Turn): Promise<void> => {
    const { verb, ...data } = fieldsOf(turn.context.activity.value);
    const answer = await press(desk, dispatch, turn, { verb, data });
    if ('message' in answer) {
      await turn.context.sendActivity(messageOf({ text: answer.message }));
      return;
    }
    const saying = { card: answer.card, summary: notificationOnly[turn.language] };
    const message = messageBehind(turn);
    // In a channel everybody would see what was meant for the presser.
    const replaced =
      turn.place.kind === 'personal' && message !== undefined
        ? await send.update(message, saying)
        : undefined;
    if (replaced?.kind === 'sent') return;
    if (turn.place.kind === 'personal') await turn.context.sendActivity(messageOf(saying));
    else if (turn.sighting !== undefined) {
      await send.sendPersonal(await desk.stores.accounts.saw(turn.sighting), saying);
    }
  };

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
