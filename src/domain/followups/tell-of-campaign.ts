import type { Settings } from '../kernel/settings.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import type { Round } from './round.ts';

/** So many people, or a minute of sending at the greatest rate: then staff like to see how far it is. */
const manyPeople = 200;
const longSeconds = 60;

/** Whether so many invitations make a campaign that staff follow. */
export const isLongCampaign = (people: number, { requestsPerSecond }: Settings['sending']): boolean =>
  people >= manyPeople || (requestsPerSecond > 0 && people / requestsPerSecond >= longSeconds);

/**
 * Where a round's invitations take long to go out, the training department hears of it once, in a message that
 * shows how far they are. To be called when all of them are planned: it counts them.
 */
export const tellOfCampaign = async (
  deps: Pick<Stores, 'deliveries'> & Pick<Means, 'clock' | 'settings'>,
  round: Round,
  people: number,
): Promise<void> => {
  if (!isLongCampaign(people, deps.settings.sending)) return;
  await deps.deliveries.plan([
    {
      subject: { kind: 'campaign', round: round.id },
      recipient: { group: 'department' },
      notBefore: deps.clock.now(),
      until: round.dueAt,
    },
  ]);
};
