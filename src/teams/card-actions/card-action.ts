import type { ZodType } from 'zod';
import type { Receipt } from '../../domain/deliveries/receipt.ts';
import type { Permission } from '../../domain/people/permissions.ts';
import type { Stores } from '../../domain/stores.ts';
import type { Desk } from '../bot/desk.ts';
import { type OnDesk, withStores } from '../bot/on-desk.ts';
import type { Place } from '../bot/place.ts';
import type { Saying } from '../bot/saying.ts';
import type { Speaker } from '../bot/speaker.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';

/** A pressed button; `data` has passed the action's schema, but says nothing about who pressed. */
export interface CardPress<Data> {
  readonly data: Data;
  readonly speaker: Speaker;
  readonly place: Place;
  /** The message that carries the card, where Teams names it. */
  readonly message?: Receipt;
}

export type CardAnswer =
  /** Takes the pressed card's place, for the presser alone. */
  | { readonly card: AdaptiveCard }
  /** A sentence; the card stays. */
  | { readonly message: string }
  /** Goes to the presser's own chat (a form about something in a channel); the card stays. */
  | { readonly inPrivate: Saying };

/** One thing a person can press. */
export interface CardAction<Data, Used extends keyof Stores, Named extends string = string> {
  readonly verb: Named;
  /** Strict: unknown fields are refused. Inputs arrive as strings from many clients. */
  readonly schema: ZodType<Data>;
  readonly permission?: Permission;
  /** Characters in any one text of the data; 2,000 unless given. */
  readonly longestText?: number;
  /** The stores it works with; it is given no others. */
  readonly uses: readonly Used[];
  /** May be run again by a repeated press; throws `Refusal` where a rule says no. */
  run(press: CardPress<Data>, on: OnDesk<Used>): Promise<CardAnswer>;
}

/** An action whose data and stores only it knows, as the registry holds it. */
export interface AnyCardAction<Named extends string = string> {
  readonly verb: Named;
  readonly permission?: Permission;
  readonly longestText?: number;
  /** Undefined when the data does not fit the schema. */
  prepare(
    data: unknown,
  ): ((press: Omit<CardPress<unknown>, 'data'>, desk: Desk) => Promise<CardAnswer>) | undefined;
}

/** Closes an action over its own data type and stores so that actions of all types fit one list. */
export const cardAction = <Data, const Used extends keyof Stores, Named extends string>(
  action: CardAction<Data, Used, Named>,
): AnyCardAction<Named> => ({
  verb: action.verb,
  ...(action.permission === undefined ? {} : { permission: action.permission }),
  ...(action.longestText === undefined ? {} : { longestText: action.longestText }),
  prepare: (data) => {
    const parsed = action.schema.safeParse(data);
    if (!parsed.success) return undefined;
    return (press, desk) => action.run({ ...press, data: parsed.data }, withStores(desk, action.uses));
  },
});
