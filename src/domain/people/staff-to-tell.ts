import type { PersonId } from '../kernel/ids.ts';
import { todayOf } from '../kernel/local-date.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { isStandingIn } from './standing-in.ts';

/** Who gets the training staff's news: the staff, and whoever stands in for one of them today. */
export const staffToTell = async (
  deps: Pick<Stores, 'people'> & Pick<Means, 'clock' | 'settings'>,
): Promise<PersonId[]> => {
  const today = todayOf(deps);
  const staff = await deps.people.withRole('trainingStaff');
  const deputies = staff.flatMap(({ deputy }) =>
    deputy !== undefined && isStandingIn(deputy, today) ? [deputy.person] : [],
  );
  return [...new Set([...staff.map(({ id }) => id), ...deputies])];
};
