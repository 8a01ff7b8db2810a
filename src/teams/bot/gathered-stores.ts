import { type Ask, gather, gatherById } from '../../domain/kernel/gather.ts';
import type { Stores } from '../../domain/stores.ts';

/**
 * The same stores for many at work side by side, sending or answering presses: what they look up by id at the same
 * time is asked together. Nothing is remembered, so each sees things as they stand.
 */
export const gatheredStores = (stores: Stores): Stores => {
  const { visits, accounts, rounds, trainings, responses, deliveries } = stores;
  const anyRefused = gather(deliveries.anyRefusedTo);
  const byId = <Id, Found extends { readonly id: Id }>(
    load: (ids: readonly Id[]) => Promise<readonly Found[]>,
  ) => gatherById(load, (found: Found) => found.id);
  return {
    ...stores,
    deliveries: {
      ...deliveries,
      anyRefusedTo: (people) => Promise.all(people.map(anyRefused)),
    },
    visits: { ...visits, byId: orAlone(byId(visits.byIds), visits.byId) },
    rounds: { ...rounds, byId: orAlone(byId(rounds.byIds), rounds.byId) },
    responses: { ...responses, byId: byId(responses.byIds) },
    trainings: {
      ...trainings,
      byCode: orAlone(
        gatherById(trainings.byCodes, ({ code }) => code),
        trainings.byCode,
      ),
    },
    accounts: { ...accounts, ofPerson: gatherById(accounts.ofPeople, ({ personId }) => personId) },
  };
};

/** What a list was read without is not gone: asked for alone, a damaged one says so. */
const orAlone =
  <Id, Found>(gathered: Ask<Id, Found | undefined>, alone: Ask<Id, Found | undefined>) =>
  async (id: Id): Promise<Found | undefined> =>
    (await gathered(id)) ?? alone(id);
