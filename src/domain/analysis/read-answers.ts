import type { Round } from '../followups/round.ts';
import type { Means } from '../means.ts';
import { counted } from '../responses/damage.ts';
import type { Stores } from '../stores.ts';
import type { Answered } from './contribution.ts';

/** So many people's answers are in memory together. */
const readAtOnce = 500;

/** Everybody of a round with what counts of what they said, some at a time, in the ledger's order. Throws where one cannot be read. */
export async function* readAnswers(
  deps: Pick<Stores, 'visits' | 'responses'> & Pick<Means, 'responseKeys'>,
  round: Round,
): AsyncGenerator<Answered[]> {
  const { visits, unreadable } = await deps.visits.ledgerOf([round.id]);
  // Whoever it was would be counted nowhere, and nobody would know.
  if (unreadable.size > 0) throw new Error('A line of the ledger is damaged');
  for (let from = 0; from < visits.length; from += readAtOnce) {
    const some = visits.slice(from, from + readAtOnce);
    const ids = some.map(({ person }) =>
      deps.responseKeys.response(person, round.training, round.kind, round.occurrence),
    );
    const responses = new Map((await deps.responses.byIds(ids)).map((response) => [response.id, response]));
    yield some.map((visit, index) => {
      const id = ids[index];
      return { visit, response: id === undefined ? undefined : counted(visit, responses.get(id)) };
    });
  }
}
