import { eachAlone } from '../kernel/each-alone.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { isOver, type SendingProgress } from './sending-progress.ts';

const over = 'over';

const inShort = (progress: SendingProgress): string => {
  const { sent, waiting, retrying, unreachable, obsolete } = progress;
  return isOver(progress) ? over : [sent, waiting, retrying, unreachable, obsolete].join(' ');
};

/**
 * Asks for the news of long campaigns to be updated where their numbers have changed, until all is sent; then
 * once more, and not again. Returns how many are to be updated.
 */
export const showProgress = async (
  deps: Pick<Stores, 'deliveries'> & Pick<Means, 'log'>,
): Promise<number> => {
  const shown = await deps.deliveries.shownNotSaying('campaign', over);
  let changed = 0;
  await eachAlone(
    deps,
    shown,
    ({ id }) => id,
    async ({ id, subject }) => {
      const progress = await deps.deliveries.progressOf(subject.round);
      if (await deps.deliveries.wantSaying(id, inShort(progress))) changed += 1;
    },
  );
  return changed;
};
