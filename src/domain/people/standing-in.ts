import type { Deputyship, Person } from './person.ts';
import type { PersonStore } from './person-store.ts';

/** Whether somebody stands in on this local date of the organisation: from the first day to the last, whole days. */
export const isStandingIn = ({ from, until }: Deputyship, today: string): boolean =>
  from <= today && today <= until;

/** For whom somebody stands in today. Asks the database only about who was ever named a deputy. */
export const principalsOf = async (
  people: Pick<PersonStore, 'representedBy'>,
  person: Person,
  today: string,
): Promise<Person[]> =>
  person.mayStandIn === true
    ? (await people.representedBy(person.id)).filter(
        ({ deputy }) => deputy !== undefined && isStandingIn(deputy, today),
      )
    : [];
