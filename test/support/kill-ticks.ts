import type { Deathbed } from './dying-at.ts';
import type { MortalOffice } from './mortal-office.ts';
import { participant } from './roster-lines.ts';
import { sellingCourse } from './selling-course.ts';
import type { Person } from './teams-tenant/person.ts';

export const before = (store: Deathbed['store'], method: string, time = 1): Deathbed => ({
  store,
  method,
  when: 'before',
  time,
});
export const after = (store: Deathbed['store'], method: string, time = 1): Deathbed => ({
  store,
  method,
  when: 'after',
  time,
});

/** The ticks, killed again and again at these points, and then let through. */
export const killTicks = async (
  mortal: MortalOffice,
  at: string,
  deaths: readonly Deathbed[],
): Promise<void> => {
  mortal.office.clock.time = new Date(at);
  for (const death of deaths) await mortal.dies(death, 'ticks');
  await mortal.office.at(at);
  await mortal.office.at(at);
};

/** How many cards each has got. */
export const cardsOf = (people: readonly Person[]): number[] => people.map(({ chat }) => chat.cards.length);

/** A course, of five as a rule, whose first round is not open yet. */
export const beforeOpening = async (mortal: MortalOffice, size = 5): Promise<Person[]> => {
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  const lines = numbers.map((number) => participant(number, sellingCourse));
  const people: Person[] = [];
  for (const { name, email } of lines)
    people.push(await mortal.office.person({ name, email, locale: 'en-US' }));
  await mortal.office.imports(lines);
  return people;
};
