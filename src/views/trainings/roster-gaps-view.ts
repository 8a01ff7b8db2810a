import type { TrainingCode } from '../../domain/kernel/ids.ts';
import { missingReasons as reasons, whoIsMissing } from '../../domain/people/who-is-missing.ts';
import { missingReasons } from '../../wording/people-words.ts';
import type { PeopleByReason } from '../people/people-by-reason.ts';
import type { ViewParts } from '../view-parts.ts';

export interface RosterGapsView {
  readonly training: string;
  readonly groups: readonly PeopleByReason[];
}

/** Nobody is silently skipped: who of a training cannot be asked as things stand now; undefined when all can. */
export const rosterGapsView = async (
  from: Pick<ViewParts, 'accounts' | 'people' | 'trainings'>,
  code: TrainingCode,
): Promise<RosterGapsView | undefined> => {
  const training = await from.trainings.byCode(code);
  const missing = await whoIsMissing(from, await from.trainings.enrolments(code));
  if (training === undefined || training.cancelled === true || missing.length === 0) return undefined;
  return {
    training: training.title,
    groups: reasons.flatMap((reason) => {
      const people = missing
        .filter((one) => one.reason === reason)
        .map(({ person: { name, email } }) => ({ name, email }));
      const { why, remedy } = missingReasons[reason];
      return people.length === 0 ? [] : [{ reason: why, remedy, people }];
    }),
  };
};
