import type { PersonId } from '../kernel/ids.ts';
import type { Deputyship, Person } from './person.ts';

/** That somebody was found to be somebody else: said of whoever is no person of their own from then on. */
export interface Merge {
  readonly other: PersonId;
  readonly email: string;
  /** Who both of them are. */
  readonly kept: PersonId;
  /** Who said so. */
  readonly toldBy: PersonId;
  /** What the other was given until then. */
  readonly had: Pick<Person, 'standing' | 'seats'> & { readonly deputy?: Deputyship };
}
