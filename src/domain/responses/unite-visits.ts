import type { By } from '../audit/by.ts';
import { furtherVisit } from '../followups/further-visit.ts';
import { type Visit, whose } from '../followups/visit.ts';
import { type PersonId, type VisitId, visitId } from '../kernel/ids.ts';
import { localDate } from '../kernel/local-date.ts';
import type { Stores } from '../stores.ts';
import { type RecoverDeps, recoverRound } from './recover-visits.ts';

type Deps = RecoverDeps & Pick<Stores, 'rounds'>;

/** Each further look needs a press in between; so many are unheard of. */
const mostLooks = 10;

/**
 * Whose visits the other's are, once both were found to be one person: the kept one's, one a round. What was said is
 * found under whom a visit was opened for, as before. Rounds that are over stay as they were counted. Safe to repeat.
 */
export const uniteVisits = async (deps: Deps, other: PersonId, kept: PersonId, by: By): Promise<void> => {
  for (const { id, round: roundId } of await deps.visits.ofPerson(other)) {
    const round = await deps.rounds.byId(roundId);
    const isOver = round === undefined || round.state === 'closed' || round.state === 'missed';
    if (isOver) await deps.visits.passTo(id, kept, by);
    else {
      // Which is further is told by what was said, and the ledger may be behind.
      if ((await ownIn(deps, roundId, kept)) !== undefined) await recoverRound(deps, round);
      await uniteOne(deps, id, { other, kept }, by);
    }
  }
};

const ownIn = async (
  { visits }: Pick<Stores, 'visits'>,
  round: Visit['round'],
  person: PersonId,
): Promise<Visit | undefined> => (await visits.ofPerson(person)).find((visit) => visit.round === round);

/** The one that ends is ended first: in between nobody counts twice. */
const uniteOne = async (
  deps: Deps,
  id: VisitId,
  { other, kept }: { readonly other: PersonId; readonly kept: PersonId },
  by: By,
): Promise<void> => {
  for (let left = mostLooks; left > 0; left -= 1) {
    const visit = await deps.visits.byId(id);
    if (visit === undefined || visit.countedAs !== undefined || whose(visit) !== other) return;
    const own = await ownIn(deps, visit.round, kept);
    if (own === undefined) {
      await deps.visits.open([
        placeHolder(visit, kept, localDate(by.at, deps.settings.organisation.timeZone)),
      ]);
      await deps.visits.passTo(id, kept, by);
      return;
    }
    const { counts, ends } = furtherVisit(own, visit);
    await deps.visits.endAs(ends, counts.id, by);
  }
  throw new Error('Two visits of one person move on all the time');
};

/** Where their own visit would be: a roster that is imported again opens no second one. */
const placeHolder = (
  { id, round, training, kind, department, manager, openedAt, dueAt }: Visit,
  person: PersonId,
  endedOn: string,
): Visit => ({
  id: visitId(round, person),
  round,
  training,
  kind,
  person,
  countedAs: id,
  department,
  ...(manager === undefined ? {} : { manager }),
  state: 'excused',
  excuse: 'withdrawn',
  openedAt,
  dueAt,
  endedOn,
  page: 0,
});
