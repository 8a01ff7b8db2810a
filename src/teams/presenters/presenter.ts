import type { Delivery } from '../../domain/deliveries/delivery.ts';
import type { DeliveryKind } from '../../domain/deliveries/subject.ts';
import type { Desk } from '../bot/desk.ts';
import type { Saying } from '../bot/saying.ts';

/** What a delivery says as things stand now; `obsolete` when there is nothing left to say. */
export type Presenter<Kind extends DeliveryKind> = (
  delivery: Delivery<Kind>,
  desk: Desk,
) => Promise<Saying | 'obsolete'>;

/** One for every kind: a kind without one does not compile. */
export type Presenters = { readonly [Kind in DeliveryKind]: Presenter<Kind> };

/** What this delivery says, by the presenter of its kind. */
export const present = <Kind extends DeliveryKind>(
  presenters: Presenters,
  delivery: Delivery<Kind>,
  desk: Desk,
): Promise<Saying | 'obsolete'> => presenters[delivery.subject.kind](delivery, desk);
