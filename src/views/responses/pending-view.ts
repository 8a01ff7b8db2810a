import { type LastMoment, lastMomentFor } from '../../domain/followups/last-moment.ts';
import type { PersonId, VisitId } from '../../domain/kernel/ids.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { Person } from '../../domain/people/person.ts';
import { minutesNeeded } from '../../domain/questionnaires/minutes-needed.ts';
import { openVisit, type VisitDeps } from '../../domain/responses/visit-page.ts';
import { labelled } from '../../wording/round-words.ts';

export interface PendingView {
  /** Soonest due first. */
  readonly visits: readonly {
    readonly visit: VisitId;
    readonly training: string;
    /** What is asked, and in which of several rounds. */
    readonly questionnaire: Text;
    /** Where they are. */
    readonly until: LastMoment;
    readonly minutes: number;
  }[];
  /** Names of those for whom they stand in today. */
  readonly standsInFor?: readonly string[];
}

/** W6: which questionnaires wait for somebody. */
export const pendingView = async (
  from: VisitDeps,
  person: PersonId,
  timeZone: string,
  standsInFor: readonly Person[] = [],
): Promise<PendingView> => {
  const unfinished = await from.visits.unfinishedOf(person);
  const waiting = await Promise.all(
    unfinished.filter(({ dueAt }) => dueAt > from.clock.now()).map((visit) => openVisit(from, visit)),
  );
  return {
    visits: waiting
      .filter(({ round }) => round.state === 'open')
      .toSorted((a, b) => a.round.dueAt.getTime() - b.round.dueAt.getTime())
      .map((open) => ({
        visit: open.visit.id,
        training: open.training.title,
        questionnaire: labelled(open.questionnaire.title, open.round.label),
        until: lastMomentFor(open.round.dueAt, timeZone, from.clock.now()),
        minutes: minutesNeeded(open.pages),
      })),
    ...(standsInFor.length === 0 ? {} : { standsInFor: standsInFor.map(({ name, email }) => name || email) }),
  };
};
