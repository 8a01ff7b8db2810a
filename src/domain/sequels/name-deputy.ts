import type { By } from '../audit/by.ts';
import type { Message } from '../deliveries/delivery.ts';
import type { PersonId } from '../kernel/ids.ts';
import { daysLater, todayOf } from '../kernel/local-date.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Means } from '../means.ts';
import { notAllowed } from '../people/permissions.ts';
import type { Deputyship, Person } from '../people/person.ts';
import { personMeant } from '../people/person-meant.ts';
import type { DeputyRequest } from '../people/read-deputy-request.ts';
import { givenTo } from '../people/roles-of.ts';
import type { Stores } from '../stores.ts';

type Deps = Pick<Stores, 'people' | 'accounts' | 'trainings' | 'deliveries'> &
  Pick<Means, 'clock' | 'settings'>;

/** A deputy is for a time: whoever stands in longer than a year has the role, and is given it. */
const longestDays = 366;

/**
 * Somebody names who stands in for them, in place of whoever did; both deputies are told. Refuses `unknown-person`,
 * `several-people`, `not-allowed`, `deputy-yourself`, `date-not-ahead`, `deputy-too-long`.
 */
export const nameDeputy = async (
  deps: Deps,
  principal: Person,
  { who, from, until }: Extract<DeputyRequest, { ask: 'name' }>,
  by: By,
): Promise<{ readonly person: Person; readonly deputy: Deputyship }> => {
  // What somebody has as a deputy is not theirs to hand on.
  const manages = (await deps.trainings.peopleOfManager(principal.id)).length > 0;
  if (givenTo(principal).length === 0 && !manages) throw notAllowed('name-deputy', true);
  const today = todayOf(deps);
  if (until < today) throw new Refusal('date-not-ahead');
  if (until > daysLater(from, longestDays)) throw new Refusal('deputy-too-long');
  const person = await personMeant(deps, who);
  if (person.id === principal.id) throw new Refusal('deputy-yourself');
  if (person.left !== undefined) throw new Refusal('person-left', { asked: who });
  const before = (await deps.people.byId(principal.id))?.deputy;
  if (before !== undefined && before.person !== person.id) await tellOver(deps, principal.id, before);
  const deputy = await deps.people.nameDeputy(principal.id, { person: person.id, from, until }, by);
  await tellDeputy(deps, principal.id, deputy);
  return { person, deputy };
};

/** Takes a deputy back; who it was. Undefined: there was none. */
export const endDeputy = async (deps: Deps, principal: Person, by: By): Promise<Person | undefined> => {
  const deputy = (await deps.people.byId(principal.id))?.deputy;
  if (deputy === undefined || deputy.until < todayOf(deps)) return undefined;
  await tellOver(deps, principal.id, deputy);
  await deps.people.endDeputy(principal.id, deputy, by);
  return deps.people.byId(deputy.person);
};

/** The deputy hears of it once. */
export const tellDeputy = async (
  deps: Pick<Stores, 'deliveries'> & Pick<Means, 'clock'>,
  principal: PersonId,
  deputy: Deputyship,
): Promise<void> => {
  const message = messageTo(principal, deputy, false);
  await deps.deliveries.plan([{ ...message, notBefore: deps.clock.now() }]);
};

/** At start: a deputyship is the truth, its deputy hears of it. Safe to repeat. */
export const tellDeputies = async (
  deps: Pick<Stores, 'people' | 'deliveries'> & Pick<Means, 'clock' | 'settings'>,
): Promise<void> => {
  const today = todayOf(deps);
  for (const { id, deputy } of await deps.people.represented())
    if (deputy !== undefined && deputy.until >= today) await tellDeputy(deps, id, deputy);
};

/** Planned before it is over: killed in between, it stands and nothing is said. */
const tellOver = async (
  deps: Pick<Stores, 'deliveries'> & Pick<Means, 'clock'>,
  principal: PersonId,
  deputy: Deputyship,
): Promise<void> => {
  const message = messageTo(principal, deputy, true);
  await deps.deliveries.plan([{ ...message, notBefore: deps.clock.now() }]);
};

const messageTo = (principal: PersonId, { person, namedAt }: Deputyship, over: boolean): Message => ({
  subject: { kind: 'deputy', principal, namedAt: namedAt.toISOString(), over },
  recipient: { person },
});
