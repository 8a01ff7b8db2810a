import { expect, it } from 'vitest';
import type { Answered } from '../../../src/domain/analysis/contribution.ts';
import { readAnswers } from '../../../src/domain/analysis/read-answers.ts';
import type { Excuse, Visit } from '../../../src/domain/followups/visit.ts';
import { roundId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { recoverRound } from '../../../src/domain/responses/recover-visits.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';
import { aRound, aVisit, code, person } from '../../store/samples.ts';
import { byTest } from '../../support/by-test.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const responseKeys = createResponseKeys('a secret of at least thirty-two characters');
let used = 0;

/** One page of somebody is stored, of which the ledger heard so many; then their visit ends so, and the round is looked at. */
const lookedAt = async (heard: number, end: (visit: Visit) => Promise<void>, withdrawn = false) => {
  used += 1;
  const training = code(`CHECK-${used}`);
  const round = aRound({ training, id: roundId(training, 'T1', 1) });
  const { visits, responses, people } = stores();
  const staff = await people.appear('staff@contoso.example', 'Staff');
  await people.grant(staff.id, { role: 'trainingStaff' }, byTest);
  const visit = aVisit({ round: round.id, training, person: person(`said-${used}`) });
  await visits.open([visit]);
  const id = responseKeys.response(visit.person, training, round.kind, round.occurrence);
  const page = { page: 'overall', revision: 1, answers: { 'd5-overall': 5 }, room: 200 };
  await responses.append({ id, round: round.id, source: 'teams', page, complete: false });
  if (withdrawn) await responses.withdraw(id);
  await visits.markStarted(visit.id, byTest.at, 0, heard);
  await end(visit);
  const logged: unknown[] = [];
  const note = (fields: object) => void logged.push(fields);
  const deps = {
    ...stores(),
    responseKeys,
    settings,
    clock: { now: () => byTest.at },
    log: { debug: note, info: note, warn: note, error: note },
  };
  await recoverRound(deps, round);
  const counted: Answered[] = [];
  for await (const some of readAnswers(deps, round)) counted.push(...some);
  const told = await stores().deliveries.about([{ kind: 'damaged-answers', round: round.id, pages: 1 }]);
  return {
    counts: counted.some(({ response }) => response !== undefined && !response.withdrawn),
    logged: logged.length,
    told: told.length,
    state: (await visits.byId(visit.id))?.state,
  };
};
const stays = async (): Promise<void> => undefined;
const excused = (excuse: Excuse) => (visit: Visit) => stores().visits.markExcused(visit.id, excuse, byTest);
const declined = (visit: Visit) => stores().visits.markDeclined(visit.id, byTest);
const said = { logged: 1, told: 1 };
const silent = { logged: 0, told: 0 };

it('what is as it was saved counts, and nobody hears anything', async () => {
  expect(await lookedAt(1, stays)).toMatchObject({ counts: true, ...silent });
});

it('a response that was put back to before a page counts nowhere, and staff and the log hear of it', async () => {
  expect(await lookedAt(2, stays)).toMatchObject({ counts: false, ...said });
});

it('what the ledger is moved by is only what is as it was saved', async () => {
  expect(await lookedAt(2, stays, true)).toMatchObject({ state: 'started' });
  expect(await lookedAt(1, stays, true)).toMatchObject({ state: 'excused' });
});

it.each(['on-leave', 'left'] as const)(
  'pages of somebody excused (%s) count, so that what was changed of them is said',
  async (excuse) => {
    expect(await lookedAt(1, excused(excuse))).toMatchObject({ counts: true, ...silent });
    expect(await lookedAt(2, excused(excuse))).toMatchObject({ counts: false, ...said });
  },
);

it('what was changed of who declined is said too: on second thoughts it counts', async () => {
  expect(await lookedAt(2, declined)).toMatchObject({ counts: false, ...said, state: 'declined' });
});

it('whoever did not attend took back what they said: put back in the database it counts nowhere, and is said', async () => {
  expect(await lookedAt(1, excused('did-not-attend'), true)).toMatchObject({ counts: false, ...silent });
  expect(await lookedAt(1, excused('did-not-attend'))).toMatchObject({ counts: false, ...said });
});

it('of pages of who is off the roster nothing is said: they count nowhere, whatever became of them', async () => {
  expect(await lookedAt(2, excused('withdrawn'))).toMatchObject(silent);
});
