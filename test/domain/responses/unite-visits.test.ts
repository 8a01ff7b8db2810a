import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contributionsOf } from '../../../src/domain/analysis/contribution.ts';
import { addCompletions, counting } from '../../../src/domain/analysis/count-answers.ts';
import { furtherVisit } from '../../../src/domain/followups/further-visit.ts';
import { type Visit, whose } from '../../../src/domain/followups/visit.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { countPeople } from '../../../src/domain/reports/count-people.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';
import { uniteVisits } from '../../../src/domain/responses/unite-visits.ts';
import { aRound, at, aVisit, code } from '../../store/samples.ts';
import { byTest } from '../../support/by-test.ts';
import { questionnaires } from '../../support/questionnaires.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const responseKeys = createResponseKeys('secret of a test');
const deps = () => ({ ...stores(), responseKeys, settings, clock: { now: () => byTest.at } });
let used = 0;

/** What may have become of somebody's visit, from nothing to an answer; `none`: they were not asked. */
const histories = [
  'none',
  'withdrawn',
  'due',
  'declined',
  'on-leave',
  'started',
  'answered',
  'unnoted',
] as const;
type History = (typeof histories)[number];
const reach: Readonly<Record<History, number>> = {
  none: -1,
  withdrawn: 0,
  due: 1,
  declined: 2,
  'on-leave': 2,
  started: 3,
  answered: 4,
  unnoted: 4,
};

test('whatever became of two visits of one person, they count once, with the further of the two; where a round is over, as before', async () => {
  const history = fc.constantFrom(...histories);
  await fc.assert(
    fc.asyncProperty(history, history, fc.boolean(), fc.boolean(), async (own, others, later, over) => {
      used += 1;
      const [kept, other] = [`kept-${used}` as PersonId, `other-${used}` as PersonId];
      const training = code(`UNITE-${used}`);
      const planned = aRound({ training });
      await stores().rounds.plan(planned, byTest);
      await stores().rounds.markOpen(planned.id, { questionnaire: 't1.1', instructors: [] }, byTest);
      const live = async (person: PersonId, become: History, day: string, points: number): Promise<void> => {
        if (become === 'none') return;
        const visit = aVisit({ round: planned.id, training, person });
        await stores().visits.open([visit]);
        const says = async (complete: boolean) => {
          const id = responseKeys.response(person, training, planned.kind, planned.occurrence);
          const page = { page: 'content', revision: 1, answers: { 'd1-depth': points }, room: 100 };
          await stores().responses.append({ id, round: planned.id, source: 'teams', page, complete });
        };
        if (become === 'started' || become === 'answered') {
          await says(become === 'answered');
          await stores().visits.markStarted(visit.id, at(day), 1, 1);
        }
        if (become === 'unnoted') await says(true);
        if (become === 'answered')
          await stores().visits.markAnswered(visit.id, at(day), {
            channel: 'teams',
            recordedBy: person,
            pagesSaved: 1,
          });
        if (become === 'declined') await stores().visits.markDeclined(visit.id, byTest);
        if (become === 'on-leave' || become === 'withdrawn')
          await stores().visits.markExcused(visit.id, become, byTest);
      };
      await live(kept, own, later ? '05T01:00' : '04T01:00', 2);
      await live(other, others, later ? '04T01:00' : '05T01:00', 5);
      if (over) await stores().rounds.markClosed(planned.id, byTest);
      const before = await stores().visits.ofRound(planned.id);

      await uniteVisits(deps(), other, kept, byTest);
      await uniteVisits(deps(), other, kept, byTest);

      const visits = await stores().visits.ofRound(planned.id);
      expect(await stores().visits.ofPerson(other)).toEqual([]);
      expect(countPeople(visits).due).toBeLessThanOrEqual(1);
      const round = (await stores().rounds.byId(planned.id)) ?? expect.fail();
      if (over) {
        const known = ({ state, excuse }: Visit) => [state, excuse];
        expect(visits.map(known)).toEqual(before.map(known));
        return;
      }
      const ids = visits.map(({ person }) =>
        responseKeys.response(person, training, round.kind, round.occurrence),
      );
      const responses = await stores().responses.byIds(ids);
      const count = counting();
      const people = visits.map((visit, index) => ({
        visit,
        response: responses.find(({ id }) => id === ids[index]),
      }));
      for (const one of contributionsOf(round, questionnaires.of('t1.1'), people)) count.add(one);
      const { groups } = count.counted();
      const completion = addCompletions(...groups.map((group) => group.completion));
      const further = Math.max(reach[own], reach[others]);
      expect(completion.due).toBe(further > 0 ? 1 : 0);
      expect(completion.answered).toBe(further === 4 ? 1 : 0);
      const counted = visits.filter(({ countedAs }) => countedAs === undefined);
      expect(counted.map(whose)).toEqual(further < 0 ? [] : [kept]);
      const said = groups.map(({ items }) => items.get('d1-depth')).find((tally) => tally !== undefined);
      expect(said?.n ?? 0).toBe(further >= 3 ? 1 : 0);
      // What was noted only now was handed in last.
      if (own === 'answered' && others === 'answered') expect(said?.sum).toBe(later ? 2 : 5);
      else if (reach[own] !== reach[others] && further >= 3)
        expect(said?.sum).toBe(reach[own] === further ? 2 : 5);
    }),
    { numRuns: 120 },
  );
});

test('visits of a round that was missed are the kept one’s, both as they ended', async () => {
  const training = code('UNITE-MISSED');
  const round = aRound({ training });
  const { rounds, visits } = stores();
  await rounds.plan(round, byTest);
  // A process that died while opening left them.
  const [kept, other] = ['missed-kept', 'missed-other'].map((name) => name as PersonId);
  if (kept === undefined || other === undefined) return expect.fail();
  await visits.open([kept, other].map((person) => aVisit({ round: round.id, training, person })));
  await visits.expire(round.id, byTest.at);
  await rounds.markMissed(round.id, byTest);
  await uniteVisits(deps(), other, kept, byTest);
  const all = await visits.ofRound(round.id);
  expect(all.map((visit) => [whose(visit), visit.state])).toEqual([
    [kept, 'expired'],
    [kept, 'expired'],
  ]);
});

test('a visit that was begun before it ran out is further than a word that nothing will be said; one that was not, is not', () => {
  const begun = aVisit({ state: 'expired', startedOn: '2026-03-04' });
  const untouched = aVisit({ state: 'expired' });
  const declined = aVisit({ state: 'declined' });
  expect(furtherVisit(declined, begun).counts).toBe(begun);
  expect(furtherVisit(untouched, declined).counts).toBe(declined);
});
