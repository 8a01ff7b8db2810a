import { Refusal } from '../../domain/kernel/refusal.ts';
import { mayToday, notAllowed } from '../../domain/people/permissions.ts';
import { answeredInPrivate } from '../../wording/conversation-words.ts';
import type { Desk } from '../bot/desk.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Send } from '../outbound/send.ts';
import type { AnyCardAction, CardPress } from './card-action.ts';
import { checkPressedData } from './pressed-data.ts';

export interface Pressed extends Omit<CardPress<unknown>, 'data'> {
  readonly verb: unknown;
  /** As the client sent it. */
  readonly data: unknown;
}

export type PressAnswer = { readonly card: AdaptiveCard } | { readonly message: string };

/** Finds the action by its verb, checks data and permission, runs it. Throws `Refusal` where a rule says no. */
export const createCardActionDispatch = (
  actions: readonly AnyCardAction[],
  desk: Desk,
  send: Pick<Send, 'sendPersonal'>,
) => {
  const byVerb = new Map(actions.map((action) => [action.verb, action]));
  return async ({ verb, data, ...press }: Pressed): Promise<PressAnswer> => {
    const action = typeof verb === 'string' ? byVerb.get(verb) : undefined;
    if (action === undefined) throw new Refusal('form-not-understood');
    checkPressedData(data, action.longestText);
    const { speaker } = press;
    if (action.permission !== undefined && !mayToday(speaker, action.permission)) {
      throw notAllowed(action.permission);
    }
    const run = action.prepare(withoutVerb(data));
    if (run === undefined) throw new Refusal('form-not-understood');
    const answer = await run(press, desk);
    if (!('inPrivate' in answer)) return answer;
    const outcome = await send.sendPersonal(speaker.account, answer.inPrivate);
    if (outcome.kind !== 'sent') throw new Refusal('chat-first');
    return { message: answeredInPrivate[speaker.language] };
  };
};

/** Buttons carry their verb in the data as well, for clients that know no Action.Execute. */
const withoutVerb = (data: unknown): unknown => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const { verb: _, ...carried } = data as { readonly verb?: unknown };
  return carried;
};
