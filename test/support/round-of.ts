import type { Round } from '../../src/domain/followups/round.ts';
import type { Visit } from '../../src/domain/followups/visit.ts';
import type { Response } from '../../src/domain/responses/response.ts';
import type { OfficeUnderTest } from './office-under-test.ts';

/** What the database holds of one round (by default the first one of the first training): ledger and answers. */
export const roundOf = async (
  { stores, running }: OfficeUnderTest,
  kind: Round['kind'] = 'T1',
): Promise<{ round: Round; visits: Visit[]; responses: Response[] }> => {
  const [training] = await stores.trainings.all();
  const rounds = training === undefined ? [] : await stores.rounds.ofTraining(training.code);
  const round = rounds.find((one) => one.kind === kind);
  if (round === undefined) throw new Error('there is no round');
  const visits = await stores.visits.ofRound(round.id);
  const { responseKeys } = running.deps;
  const ids = visits.map(({ person }) =>
    responseKeys.response(person, round.training, round.kind, round.occurrence),
  );
  return { round, visits, responses: await stores.responses.byIds(ids) };
};
