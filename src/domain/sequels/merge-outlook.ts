import type { Account } from '../people/account.ts';
import type { Appointment, Person } from '../people/person.ts';
import type { Stores } from '../stores.ts';

/** What follows when two are made one, counted before it does. */
export interface MergeOutlook {
  /** Trainings both are on the roster of. */
  readonly trainings: number;
  /** Rounds that are not over and ask both. */
  readonly rounds: number;
  /** Of these, those that both have answered. */
  readonly answeredTwice: number;
  /** Improvements of the other's that are not done. */
  readonly improvements: number;
  /** Everything that either is given, if the other is given anything. */
  readonly roles: readonly Appointment[];
  /** Of both, the one that is written to first. */
  readonly accounts: readonly Account[];
}

export const mergeOutlook = async (
  deps: Pick<Stores, 'accounts' | 'improvements' | 'rounds' | 'trainings' | 'visits'>,
  kept: Person,
  other: Person,
): Promise<MergeOutlook> => {
  const both = [kept, other] as const;
  const [lines, visits, open, owned, accounts] = await Promise.all([
    Promise.all(both.map(({ id }) => deps.trainings.enrolmentsOf(id))),
    Promise.all(both.map(({ id }) => deps.visits.ofPerson(id))),
    deps.rounds.open(),
    deps.improvements.ownedBy(other.id),
    deps.accounts.ofPeople(both.map(({ id }) => id)),
  ]);
  const [own = [], others = []] = lines;
  const [ownVisits = [], otherVisits = []] = visits;
  const openIds = new Set(open.map(({ id }) => id));
  const shared = ownVisits
    .filter(({ round }) => openIds.has(round))
    .flatMap((visit) => {
      const twin = otherVisits.find(({ round }) => round === visit.round);
      return twin === undefined ? [] : [[visit, twin]];
    });
  const appointments = both.map(appointmentsOf);
  return {
    trainings: own.filter(({ training }) => others.some((line) => line.training === training)).length,
    rounds: shared.length,
    answeredTwice: shared.filter((pair) => pair.every(({ state }) => state === 'answered')).length,
    improvements: owned.filter(({ state }) => state !== 'done').length,
    roles: appointments[1]?.length === 0 ? [] : together(appointments.flat()),
    accounts,
  };
};

const appointmentsOf = ({ standing, seats }: Person): Appointment[] => [
  ...standing.map((role) => ({ role })),
  ...seats,
];

const together = (appointments: readonly Appointment[]): Appointment[] => [
  ...new Map(
    appointments.map((one) => [
      `${one.role} ${'department' in one ? one.department.toLowerCase() : ''}`,
      one,
    ]),
  ).values(),
];
