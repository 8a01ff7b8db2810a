import type { PersonId } from '../../domain/kernel/ids.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { Person } from '../../domain/people/person.ts';
import { type Leftovers, leftoversOf } from '../../domain/sequels/somebody-left.ts';
import { appointmentName } from '../../wording/role-words.ts';
import type { ViewParts } from '../view-parts.ts';

export interface LeavingView extends Leftovers {
  readonly person: PersonId;
  readonly name: string;
  readonly roles: readonly Text[];
  readonly hasDeputy: boolean;
}

/** What will follow when it is noted that somebody has left. */
export const leavingView = async (
  from: Pick<ViewParts, 'people' | 'visits' | 'improvements'>,
  { id, name, email, standing, seats, deputy }: Person,
): Promise<LeavingView> => ({
  person: id,
  name: name || email,
  roles: [...standing.map((role) => ({ role })), ...seats].map(appointmentName),
  hasDeputy: deputy !== undefined,
  ...(await leftoversOf(from, id)),
});
