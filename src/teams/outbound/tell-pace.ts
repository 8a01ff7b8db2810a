import type { DeliveryOutcome } from '../../domain/deliveries/messenger.ts';
import type { Pace } from '../../domain/deliveries/pace.ts';

/** A 429 slows what it concerns; everything else shows that Teams has room. Only a note: a database that cannot take it must not turn an outcome into an error. */
export const tellPace = async (pace: Pace, conversation: string, outcome: DeliveryOutcome): Promise<void> => {
  if (outcome.kind !== 'retry' || outcome.status !== 429) pace.passed();
  else await pace.throttled(conversation, outcome.afterMs).catch(() => undefined);
};
