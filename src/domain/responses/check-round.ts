import type { Round } from '../followups/round.ts';
import type { Visit } from '../followups/visit.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { damagedPages } from './damage.ts';
import type { Response } from './response.ts';
import { tellOfDamage } from './tell-of-damage.ts';

type Deps = Pick<Stores, 'people' | 'deliveries' | 'visits' | 'responses'> &
  Pick<Means, 'settings' | 'responseKeys' | 'clock' | 'log'>;

/** A visit with what was said in it. */
export interface Said {
  readonly visit: Visit;
  readonly response: Response | undefined;
}

/** Everybody of a round of whom anything may count, excused or not: on leave, or gone since, their pages count. */
export const saidIn = async (
  { visits, responses, responseKeys }: Pick<Deps, 'visits' | 'responses' | 'responseKeys'>,
  round: Round,
): Promise<Said[]> => {
  const some = (await visits.ofRound(round.id)).filter(({ excuse }) => excuse !== 'withdrawn');
  const keyed = some.map((visit) => ({
    visit,
    id: responseKeys.response(visit.person, round.training, round.kind, round.occurrence),
  }));
  const found = new Map((await responses.byIds(keyed.map(({ id }) => id))).map((one) => [one.id, one]));
  return keyed.map(({ visit, id }) => ({ visit, response: found.get(id) }));
};

/** Staff hear of answers of a round that are not as they were saved. */
export const checkSaid = (deps: Deps, round: Round, said: readonly Said[]): Promise<void> =>
  tellOfDamage(
    deps,
    round,
    said.reduce((pages, { visit, response }) => pages + damagedPages(visit, response), 0),
  );

/** The same of a round whose answers are read long after it closed. */
export const checkRound = async (deps: Deps, round: Round): Promise<void> =>
  checkSaid(deps, round, await saidIn(deps, round));
