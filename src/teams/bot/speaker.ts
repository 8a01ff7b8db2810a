import type { Language } from '../../domain/kernel/text.ts';
import type { Account } from '../../domain/people/account.ts';
import type { Person, Role } from '../../domain/people/person.ts';

/** Who is speaking: looked up by tenant and directory id, never taken from what was said. */
export interface Speaker {
  readonly person: Person;
  readonly account: Account;
  readonly roles: ReadonlySet<Role>;
  /** Without what comes of standing in for others. */
  readonly ownRoles: ReadonlySet<Role>;
  /** For whom they stand in today. */
  readonly standsInFor: readonly Person[];
  readonly language: Language;
}
