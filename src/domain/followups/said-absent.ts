import { byProduct } from '../audit/by.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import type { Round } from './round.ts';
import { isAbsentAsBefore, type Visit, whose } from './visit.ts';

type Deps = Pick<Stores, 'rounds' | 'visits'> & Pick<Means, 'clock'>;

/**
 * Who said in another round of the same training that they did not attend, and has not taken it back: nobody asks them again.
 * Whoever was not asked for that reason and has taken it back since is due again. Safe to repeat.
 */
export const saidAbsent = async (
  deps: Deps,
  { id, training }: Pick<Round, 'id' | 'training'>,
): Promise<ReadonlySet<PersonId>> => {
  const rounds = await deps.rounds.ofTraining(training);
  const excused = await deps.visits.excusedIn(rounds.map((round) => round.id));
  const said = excused.filter((visit) => isAbsent(visit) && !isAbsentAsBefore(visit));
  const absent = new Set(said.filter(({ round }) => round !== id).map(whose));
  for (const visit of excused.filter(isAbsentAsBefore)) {
    if (visit.round === id && !absent.has(whose(visit)))
      await deps.visits.reinstate(visit.id, ['did-not-attend'], byProduct('opening', deps));
  }
  return absent;
};

/** Taken off the roster since, they were absent all the same. */
const isAbsent = ({ excuse, stood }: Visit): boolean => (stood?.excuse ?? excuse) === 'did-not-attend';
