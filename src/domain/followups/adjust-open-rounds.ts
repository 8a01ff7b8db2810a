import type { By } from '../audit/by.ts';
import type { TrainingCode } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { openVisits } from './open-rounds.ts';
import type { Round } from './round.ts';
import { tellOfChange } from './tell-of-change.ts';
import { whose } from './visit.ts';

type Deps = Pick<Stores, 'people' | 'trainings' | 'rounds' | 'visits' | 'deliveries'> & Pick<Means, 'clock'>;

/**
 * After a changed roster: people who came late are asked too; who withdrew, or whose training is cancelled, counts no longer,
 * whatever they had said or been excused for, and as before if that was a mistake; everybody counts with the department and the
 * manager they have now. Rounds that are closed stay as they were closed (A2).
 */
export const adjustOpenRounds = async (deps: Deps, training: TrainingCode, by: By): Promise<void> => {
  const rounds = (await deps.rounds.ofTraining(training)).filter(isUnderWay);
  if (rounds.length === 0) return;
  const enrolments = await deps.trainings.enrolments(training);
  for (const round of rounds) {
    const visits = (await deps.visits.ofRound(round.id)).filter(({ countedAs }) => countedAs === undefined);
    const visitOf = new Map(visits.map((visit) => [whose(visit), visit]));
    const isCancelled = round.state === 'cancelled';
    for (const { person, withdrawn, department, manager } of enrolments) {
      const visit = visitOf.get(person);
      if (visit === undefined) continue;
      if (visit.department !== department || visit.manager !== manager)
        await deps.visits.countIn(visit.id, department, manager);
      const isAway = visit.excuse === 'withdrawn';
      const isToBeAway = withdrawn || isCancelled;
      if (isToBeAway && !isAway) {
        await tellOfChange(deps, [visit], isCancelled ? 'cancelled' : 'withdrawn');
        await deps.visits.markExcused(visit.id, 'withdrawn', by);
      } else if (isAway && !isToBeAway) {
        await tellOfChange(deps, [visit], 'asked-again', round.dueAt);
        await deps.visits.reinstate(visit.id, ['withdrawn'], by);
        // Withdrawn before they were invited: they are now.
        const invitation = {
          subject: { kind: 'invitation', visit: visit.id },
          recipient: { person },
        } as const;
        await deps.deliveries.reopen([invitation], deps.clock.now(), round.dueAt);
      }
    }
    if (round.state === 'open') await openVisits(deps, round, enrolments);
  }
};

/** Whether somebody was asked in it, and may be so still. */
export const isUnderWay = ({ state, questionnaire }: Round): boolean =>
  state === 'open' || state === 'cancelled' || (state === 'planned' && questionnaire !== undefined);
