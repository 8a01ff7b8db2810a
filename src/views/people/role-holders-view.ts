import { type GivenRole, givenRoles } from '../../domain/people/person.ts';
import type { ViewParts } from '../view-parts.ts';

export interface RoleHoldersView {
  readonly role: GivenRole;
  /** `departments`: those the role is about, where it is about any. */
  readonly holders: readonly { readonly name: string; readonly departments: readonly string[] }[];
}

/** Who has which of the roles that are given, role by role. */
export const roleHoldersView = (from: Pick<ViewParts, 'people'>): Promise<RoleHoldersView[]> =>
  Promise.all(
    givenRoles.map(async (role) => ({
      role,
      holders: (await from.people.withRole(role)).map(({ name, email, seats }) => ({
        name: name || email,
        departments: seats.filter((seat) => seat.role === role).map(({ department }) => department),
      })),
    })),
  );
