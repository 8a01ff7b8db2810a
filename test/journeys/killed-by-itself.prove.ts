import { expect, test } from 'vitest';
import { rating } from '../support/answer-questionnaire.ts';
import { after, before, beforeOpening, cardsOf, killTicks } from '../support/kill-ticks.ts';
import { participant } from '../support/roster-lines.ts';
import { roundOf } from '../support/round-of.ts';
import { allAnswer, openCourse, sellingCourse, t1Opens, t1Over } from '../support/selling-course.ts';
import { useMortalOffices } from '../support/use-mortal-offices.ts';

const begin = useMortalOffices();

test('killed at any step of an import: started again, it goes on by itself', async () => {
  const mortal = await begin();
  const lines = ['LAW-26', 'SALES-26'].map((training_code) =>
    participant(1, { ...sellingCourse, training_code }),
  );
  const deaths = [after('imports', 'open'), after('rounds', 'planAll'), after('imports', 'progress')];
  const [first] = deaths;
  if (first === undefined) throw new Error('no death');
  await mortal.dies(first, { imports: lines });
  const [unfinished, trainings] = [
    await mortal.office.stores.imports.unfinished(),
    await mortal.office.stores.trainings.all(),
  ];
  expect(unfinished).toEqual([]);
  expect(trainings).toHaveLength(2);
  for (const death of deaths.slice(1)) {
    const again = lines.map((line) => ({ ...line, title: `${line.title} ${death.method}` }));
    await mortal.dies(death, { imports: again });
    const now = await mortal.office.stores.trainings.all();
    expect(now.map(({ title }) => title)).toEqual(again.map(({ title }) => title));
  }
  for (const { code } of await mortal.office.stores.trainings.all()) {
    expect(await mortal.office.stores.rounds.ofTraining(code)).toHaveLength(2);
    expect(await mortal.office.stores.trainings.enrolments(code)).toHaveLength(1);
  }
});

test('killed at any step of opening: everybody is asked, once', async () => {
  const mortal = await begin();
  const people = await beforeOpening(mortal);
  await killTicks(mortal, t1Opens, [
    after('visits', 'open'),
    after('deliveries', 'plan'),
    before('rounds', 'markOpen'),
    after('rounds', 'markOpen'),
  ]);
  const { round, visits } = await roundOf(mortal.office);
  expect(round.state).toBe('open');
  expect(visits.map(({ state }) => state)).toEqual(Array(5).fill('due'));
  expect(cardsOf(people)).toEqual([1, 1, 1, 1, 1]);
});

test('killed at any step of reminding: whoever has not answered is reminded once, nobody else', async () => {
  const mortal = await begin();
  const people = await openCourse(mortal.office, 3);
  await allAnswer(people.slice(0, 1), rating(4));
  await killTicks(mortal, '2026-08-21T09:00+08:00', [
    after('deliveries', 'plan'),
    before('rounds', 'markReminded'),
    after('rounds', 'markReminded'),
  ]);
  expect(cardsOf(people)).toEqual([1, 2, 2]);
});

test('killed at any step of closing and announcing: one result, one card, each instructor told once', async () => {
  const mortal = await begin();
  const channel = await mortal.office.chooseChannel('结果');
  const about = { name: 'Ines', email: 'ines@contoso.example', locale: 'en-US' };
  const instructor = await mortal.office.person(about);
  const people = await openCourse(mortal.office, 6);
  await allAnswer(people.slice(0, 5), rating(4, { 'd3-venue': '2' }));
  await killTicks(mortal, t1Over, [
    before('visits', 'expire'),
    after('visits', 'expire'),
    after('results', 'freeze'),
    after('rounds', 'markClosed'),
    after('issues', 'raise'),
    after('deliveries', 'plan'),
    after('rounds', 'markAnnounced'),
  ]);
  const { round, visits } = await roundOf(mortal.office);
  expect(visits.map(({ state }) => state).sort()).toEqual([...Array(5).fill('answered'), 'expired']);
  const result = await mortal.office.stores.results.ofRound(round.id);
  expect(result).toMatchObject({
    revision: 1,
    whole: { completion: { due: 6, answered: 5 } },
  });
  expect(await mortal.office.stores.issues.ofRound(round.id)).toHaveLength(1);
  expect(channel.cards).toHaveLength(1);
  expect(instructor.chat.cards).toHaveLength(1);
  expect(cardsOf(people)).toEqual(Array(6).fill(1));
});

test('killed while opening and away until the due day is over: the round is missed, its visits end', async () => {
  const mortal = await begin();
  const people = await beforeOpening(mortal, 2);
  mortal.office.clock.time = new Date(t1Opens);
  await mortal.dies(after('visits', 'open'), 'ticks');
  await mortal.office.at(t1Over);
  const { round, visits } = await roundOf(mortal.office);
  expect(round.state).toBe('missed');
  expect(visits.map(({ state }) => state)).toEqual(['expired', 'expired']);
  expect(cardsOf(people)).toEqual([0, 0]);
});
