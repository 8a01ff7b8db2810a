import type { DeliveryStore } from './delivery-store.ts';
import { isOver, type SendingProgress } from './sending-progress.ts';

const over = 'over';

const inShort = (progress: SendingProgress): string => {
  const { sent, waiting, retrying, unreachable, obsolete } = progress;
  return isOver(progress) ? over : [sent, waiting, retrying, unreachable, obsolete].join(' ');
};

/**
 * Asks for the cards of long campaigns to be updated where their numbers have changed, until all is sent; then
 * once more, and not again. Returns how many are still going on.
 */
export const showProgress = async (deps: { readonly deliveries: DeliveryStore }): Promise<number> => {
  const cards = await deps.deliveries.shownNotSaying('campaign', over);
  for (const { id, subject } of cards) {
    await deps.deliveries.wantSaying(id, inShort(await deps.deliveries.progressOf(subject)));
  }
  return cards.length;
};
