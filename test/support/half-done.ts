import type { PageToSave } from '../../src/domain/responses/add-pages.ts';
import type { OfficeUnderTest } from './office-under-test.ts';
import { roundOf } from './round-of.ts';
import type { Person } from './teams-tenant/person.ts';

const everything: PageToSave = { page: 'content', revision: 1, answers: { 'd1-practical': 4 }, room: 100 };

/** What a process leaves that died right after it had stored somebody's whole answer: the ledger does not know of it. */
export const storedButNotNoted = async (office: OfficeUnderTest, trainee: Person): Promise<void> => {
  const { stores, running } = office;
  const { round } = await roundOf(office);
  const [person] = await stores.people.byEmails([trainee.email]);
  if (person === undefined) throw new Error(`${trainee.name} is nobody`);
  const id = running.deps.responseKeys.response(person.id, round.training, round.kind, round.occurrence);
  const outcome = await stores.responses.append({
    id,
    round: round.id,
    source: 'teams',
    page: everything,
    complete: true,
  });
  if (outcome.kind !== 'appended') throw new Error('there was an answer already');
};

/** The state of somebody's visit in the ledger. */
export const ledgerOf = async (office: OfficeUnderTest, trainee: Person): Promise<string | undefined> => {
  const [person] = await office.stores.people.byEmails([trainee.email]);
  return (await roundOf(office)).visits.find((visit) => visit.person === person?.id)?.state;
};
