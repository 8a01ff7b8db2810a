import type { Text } from '../../domain/kernel/text.ts';
import type { Person } from '../../domain/people/person.ts';
import { appointmentName } from '../../wording/role-words.ts';
import type { Chair } from './chairs.ts';

/** What whoever sits there was given while the demo ran, beyond what their chair begins with. */
export const rolesGiven = (chair: Chair, person: Person | undefined): Text[] => {
  const { standing = [], seats = [] } = person ?? {};
  return [...standing.map((role) => ({ role })), ...seats]
    .filter(({ role }) => role !== chair.given?.role)
    .map(appointmentName);
};
