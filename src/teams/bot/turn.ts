import type { TurnContext } from 'botbuilder';
import type { Language } from '../../domain/kernel/text.ts';
import { languageOf } from '../../domain/kernel/text.ts';
import type { AccountSighting } from '../../domain/people/account-store.ts';
import type { InboundActivity } from '../inbound/activity-shape.ts';
import { placeOf } from '../inbound/place-of.ts';
import { sightingOf } from '../inbound/sighting-of.ts';
import type { Desk } from './desk.ts';
import type { Place } from './place.ts';

/** What every handler reads off a turn first. */
export interface Turn {
  readonly context: TurnContext;
  readonly activity: InboundActivity;
  readonly place: Place;
  /** Undefined where no person of the organisation stands behind the activity. */
  readonly sighting: AccountSighting | undefined;
  /** Before anybody is identified: what the client says, else the organisation's. */
  readonly language: Language;
}

/** The endpoint has checked the shape before the SDK made a turn of it. */
export const turnOf = (context: TurnContext, desk: Pick<Desk, 'settings' | 'clock'>): Turn => {
  const activity = context.activity as unknown as InboundActivity;
  return {
    context,
    activity,
    place: placeOf(activity),
    sighting: sightingOf(activity, desk.clock.now()),
    language: languageOf(activity.locale ?? undefined, desk.settings.organisation.language),
  };
};
