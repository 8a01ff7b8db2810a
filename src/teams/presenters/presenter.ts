import type { Delivery, DeliveryKind } from '../../domain/deliveries/delivery.ts';
import type { Desk } from '../bot/desk.ts';
import type { Saying } from '../bot/saying.ts';

/** What a delivery says as things stand now; `obsolete` when there is nothing left to say. */
export type Presenter = (delivery: Delivery, desk: Desk) => Promise<Saying | 'obsolete'>;

/** One for every kind: a kind without one does not compile. */
export type Presenters = Readonly<Record<DeliveryKind, Presenter>>;
