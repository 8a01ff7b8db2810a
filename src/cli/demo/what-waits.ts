import type { Delivery } from '../../domain/deliveries/delivery.ts';
import type { Subject } from '../../domain/deliveries/subject.ts';
import { todayOf } from '../../domain/kernel/local-date.ts';
import type { Means } from '../../domain/means.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Stores } from '../../domain/stores.ts';

type Waiting = Stores & Pick<Means, 'clock' | 'settings'>;

/** What somebody may be told in their own chat that is worth seeing again. */
const subjectsFor = async (stores: Waiting, { id, email }: Person): Promise<Subject[]> => {
  const [unfinished, owned, taught, open, represented] = await Promise.all([
    stores.visits.unfinishedOf(id),
    stores.improvements.ownedBy(id),
    stores.trainings.taughtBy(email),
    stores.rounds.open(),
    stores.people.representedBy(id),
  ]);
  const rounds = (await Promise.all(taught.map(({ code }) => stores.rounds.ofTraining(code)))).flat();
  const asked = await stores.visits.ofRounds(open.map((round) => round.id));
  return [
    ...unfinished.map((visit) => ({ kind: 'invitation' as const, visit: visit.id })),
    ...rounds.map((round) => ({ kind: 'instructor-result' as const, round: round.id })),
    ...owned
      .filter(({ state }) => state !== 'done')
      .map((improvement) => ({ kind: 'assignment' as const, improvement: improvement.id })),
    ...represented.flatMap(({ id: principal, deputy }) =>
      deputy === undefined || deputy.until < todayOf(stores)
        ? []
        : { kind: 'deputy' as const, principal, namedAt: deputy.namedAt.toISOString(), over: false },
    ),
    ...asked.map(({ id: visit, absencesTakenBack = 0 }) => ({
      kind: 'not-attended' as const,
      visit,
      number: absencesTakenBack + 1,
    })),
  ];
};

/** What was sent to somebody and still waits for them: the latest of each kind, oldest first. */
export const whatWaits = async (stores: Waiting, person: Person): Promise<Delivery[]> => {
  const about = await stores.deliveries.about(await subjectsFor(stores, person));
  const waiting = about
    .filter(({ recipient }) => 'person' in recipient && recipient.person === person.id)
    .filter(({ state }) => state === 'sent')
    .toSorted((a, b) => momentOf(a) - momentOf(b));
  return [...new Map(waiting.map((delivery) => [delivery.subject.kind, delivery])).values()];
};

const momentOf = ({ sentAt }: Delivery): number => sentAt?.getTime() ?? 0;
