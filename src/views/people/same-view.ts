import type { PersonId } from '../../domain/kernel/ids.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { Account } from '../../domain/people/account.ts';
import type { Person } from '../../domain/people/person.ts';
import { type MergeOutlook, mergeOutlook } from '../../domain/sequels/merge-outlook.ts';
import { appointmentName } from '../../wording/role-words.ts';
import type { ViewParts } from '../view-parts.ts';

interface ShownPerson {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
}

export interface SameView extends Omit<MergeOutlook, 'roles' | 'accounts'> {
  /** Whose name and address stay. */
  readonly kept: ShownPerson;
  readonly other: ShownPerson;
  readonly roles: readonly Text[];
  /** What the accounts are called; the first is written to. */
  readonly accounts: readonly string[];
}

/** What will follow when two are made one. */
export const sameView = async (
  from: Pick<ViewParts, 'accounts' | 'improvements' | 'rounds' | 'trainings' | 'visits'>,
  kept: Person,
  other: Person,
): Promise<SameView> => {
  const { roles, accounts, ...counts } = await mergeOutlook(from, kept, other);
  return {
    ...counts,
    kept: shown(kept),
    other: shown(other),
    roles: roles.map(appointmentName),
    accounts: accounts.map(accountName),
  };
};

const shown = ({ id, name, email }: Person): ShownPerson => ({ person: id, name: name || email, email });

const accountName = ({ name, emails: [email = ''] }: Account): string => email || name;
