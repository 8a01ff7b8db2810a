import { callsOf } from '../people/called.ts';
import { may } from '../people/permissions.ts';
import type { Person, Role } from '../people/person.ts';
import type { Stores } from '../stores.ts';
import type { ReportScope } from './report.ts';

/** A report somebody may ask for, and what they call it by: a department, or for whom they stand in. */
export interface OfferedScope {
  readonly scope: ReportScope;
  /** Empty: their own people, or everybody. */
  readonly name: string;
}

export interface Asking {
  readonly person: Person;
  readonly roles: ReadonlySet<Role>;
  readonly standsInFor: readonly Person[];
}

/** What somebody may see a report on (W4, A7), the first of them unless they name another: everybody, else their own people, those of whom they stand in for, departments. */
export const scopesFor = async (
  { trainings }: Pick<Stores, 'trainings'>,
  { person, roles, standsInFor }: Asking,
): Promise<OfferedScope[]> => {
  if (may(roles, 'report-on-everybody')) return [{ scope: { kind: 'all' }, name: '' }];
  const all = [person, ...standsInFor];
  const people: OfferedScope[] = [];
  for (const manager of may(roles, 'report-on-own-people') ? all : []) {
    if ((await trainings.peopleOfManager(manager.id)).length === 0) continue;
    const name = manager.id === person.id ? '' : manager.name || manager.email;
    const scope = { kind: 'manager', person: manager.id } as const;
    people.push({ scope: name === '' ? scope : { ...scope, name }, name });
  }
  const seats = all
    .flatMap((one) => one.seats)
    .filter(({ role }) => may(new Set([role]), 'report-on-department'));
  const departments = [...new Set(seats.map(({ department }) => department))];
  return [
    ...people,
    ...departments.map(
      (department): OfferedScope => ({ scope: { kind: 'department', department }, name: department }),
    ),
  ];
};

/** Which of them is asked for, and what is left of the words: the period. Undefined: there is none. */
export const chooseScope = (
  offered: readonly OfferedScope[],
  words: string,
): { readonly chosen: OfferedScope; readonly rest: string } | undefined => {
  const text = words.normalize('NFKC');
  const named = offered
    .flatMap((one) => callsFor(one).map((call) => ({ one, call })))
    .filter(({ call }) => text.toLowerCase().includes(call))
    .toSorted((one, other) => other.call.length - one.call.length)[0];
  const chosen = named?.one ?? offered[0];
  if (chosen === undefined) return undefined;
  if (named === undefined) return { chosen, rest: words };
  const at = text.toLowerCase().indexOf(named.call);
  return { chosen, rest: `${text.slice(0, at)} ${text.slice(at + named.call.length)}`.trim() };
};

/** People by either half of their name; departments as the rosters write them. */
const callsFor = ({ scope, name }: OfferedScope): string[] => {
  if (name === '') return [];
  return scope.kind === 'manager' ? callsOf(name) : [name.toLowerCase()];
};
