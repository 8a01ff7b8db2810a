import { type LastMoment, lastMomentFor } from '../../domain/followups/last-moment.ts';
import { hasBegun } from '../../domain/followups/round.ts';
import type { PersonId, VisitId } from '../../domain/kernel/ids.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { ViewParts } from '../view-parts.ts';

/** Another questionnaire that waits for the same person. */
export interface OtherWaiting {
  readonly training: string;
  readonly label?: Text;
  /** Where they are. */
  readonly until: LastMoment;
}

/**
 * What else waits for somebody who is asked about one visit: named in the same message, for there is one a day; nothing
 * that cannot be answered yet. Soonest first.
 */
export const othersWaiting = async (
  from: Pick<ViewParts, 'clock' | 'rounds' | 'trainings' | 'visits'>,
  person: PersonId,
  visit: VisitId,
  timeZone: string,
): Promise<readonly OtherWaiting[]> => {
  const now = from.clock.now();
  const others = (await from.visits.unfinishedOf(person)).filter(
    ({ id, dueAt, quietUntil }) =>
      id !== visit && dueAt > now && (quietUntil === undefined || quietUntil <= now),
  );
  if (others.length === 0) return [];
  const [rounds, trainings] = await Promise.all([
    from.rounds.byIds(others.map(({ round }) => round)),
    from.trainings.byCodes([...new Set(others.map(({ training }) => training))]),
  ]);
  const roundOf = new Map(rounds.map((round) => [round.id, round]));
  const titleOf = new Map(trainings.map(({ code, title }) => [code, title]));
  return others.flatMap(({ round: id, training: code }) => {
    const [round, training] = [roundOf.get(id), titleOf.get(code)];
    if (round === undefined || training === undefined || !hasBegun(round, now)) return [];
    return [
      {
        training,
        ...(round.label === undefined ? {} : { label: round.label }),
        until: lastMomentFor(round.dueAt, timeZone, now),
      },
    ];
  });
};
