import type { Message } from '../deliveries/delivery.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import type { Round } from './round.ts';
import { whose } from './visit.ts';

/**
 * A round that waited for its training's new dates opens once more: whoever was invited before hears that they can answer now, and
 * whoever was not yet is invited. Nobody gets a second questionnaire.
 */
export const askOnceMore = async (
  { visits, deliveries, clock }: Pick<Stores, 'visits' | 'deliveries'> & Pick<Means, 'clock'>,
  round: Round,
): Promise<void> => {
  const now = clock.now();
  const all = (await visits.ofRound(round.id)).filter(
    ({ state }) => state !== 'excused' && state !== 'declined',
  );
  await deliveries.plan(
    all.map((visit) => ({
      subject: { kind: 'visit-change', visit: visit.id, change: 'begins', number: visit.changes ?? 0 },
      recipient: { person: whose(visit) },
      notBefore: now,
      until: round.dueAt,
    })),
  );
  const invitations = all.map((visit): Message => {
    return { subject: { kind: 'invitation', visit: visit.id }, recipient: { person: whose(visit) } };
  });
  await deliveries.reopen(invitations, now, round.dueAt);
};
