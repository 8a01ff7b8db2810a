import type { Text } from '../../domain/kernel/text.ts';
import type { Appointment } from '../../domain/people/person.ts';
import { type ChairName, chairWords } from '../../wording/demo-chair-words.ts';
import { chenGang, type DemoPerson, liNa, linXiao, sunYue, wangMei, zhaoLei } from './demo-people.ts';

/** A place the person at the keyboard can take: that of one of the six, with their rights alone. */
export interface Chair {
  readonly name: ChairName;
  readonly person: DemoPerson;
  /** The role they are given before the demo begins; what else somebody is follows from `demo/roster.csv`. */
  readonly given?: Appointment;
}

/** A line for each chair; what its name is called and what can be tried from there is in `wording`. */
export const chairs: readonly [Chair, ...Chair[]] = [
  { name: 'trainee', person: linXiao },
  { name: 'instructor', person: chenGang },
  { name: 'manager', person: wangMei },
  { name: 'staff', person: liNa, given: { role: 'trainingStaff' } },
  { name: 'trainee', person: zhaoLei },
  { name: 'trainee', person: sunYue },
];

/** What to type for a chair: its name; where several have the same, the first has it and the others go by their person's. */
export const callOf = (chair: Chair): Text =>
  chairs.find(({ name }) => name === chair.name) === chair
    ? chairWords[chair.name].title
    : chair.person.called;
