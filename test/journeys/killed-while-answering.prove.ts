import { expect, test } from 'vitest';
import type { Deathbed } from '../support/dying-at.ts';
import { after, before } from '../support/kill-ticks.ts';
import { marks, pressPage, shownNext } from '../support/press-pages.ts';
import { roundOf } from '../support/round-of.ts';
import { askedAbsent, sayAbsent } from '../support/say-absent.ts';
import { openCourse, t1Over } from '../support/selling-course.ts';
import { useMortalOffices } from '../support/use-mortal-offices.ts';

const begin = useMortalOffices();

test('killed at any step of saving a page: the page is there once, and pressing again goes on', async () => {
  const mortal = await begin();
  const [trainee] = await openCourse(mortal.office, 1);
  if (trainee === undefined) throw new Error('nobody');
  let card = trainee.chat.lastCard();
  const dies = (death: Deathbed) => mortal.dies(death, () => pressPage(trainee, card));

  await dies(before('responses', 'append'));
  expect((await roundOf(mortal.office)).visits[0]?.state).toBe('due');
  expect((await roundOf(mortal.office)).responses).toEqual([]);
  card = await shownNext(trainee, card);

  await dies(after('responses', 'append'));
  const recovered = await roundOf(mortal.office);
  expect(marks(recovered.responses[0])).toEqual(['content#1', 'level#1']);
  expect(recovered.visits[0]?.state).toBe('started');
  card = await shownNext(trainee, card);

  await dies(after('visits', 'markStarted'));
  card = await shownNext(trainee, card);
  const saved = await roundOf(mortal.office);
  expect(marks(saved.responses[0])).toHaveLength(3);
  expect(card.text).toContain('4 of 10');
});

test('killed while taking "I did not attend": excused, withdrawn, and staff are told once', async () => {
  const mortal = await begin();
  const trainees = await openCourse(mortal.office, 3);
  const deaths: Deathbed[] = [
    after('responses', 'withdraw'),
    after('visits', 'markExcused'),
    after('deliveries', 'plan'),
  ];
  for (const [index, death] of deaths.entries()) {
    const trainee = trainees[index];
    if (trainee === undefined) throw new Error('nobody');
    const asked = await askedAbsent(trainee, await shownNext(trainee, trainee.chat.lastCard()));
    await mortal.dies(death, () => trainee.presses(asked, 'did-not-attend'));
  }
  await mortal.office.at('2026-08-17T10:00+08:00');
  await mortal.office.at('2026-08-17T10:30+08:00');
  const { visits, responses } = await roundOf(mortal.office);
  expect(visits.map(({ state, excuse }) => `${state} ${excuse}`)).toEqual(
    Array(3).fill('excused did-not-attend'),
  );
  expect(responses.map(({ withdrawn }) => withdrawn)).toEqual([true, true, true]);
  const told = mortal.office.staff.chat.cards.filter(({ text }) => text.includes('没有参加'));
  expect(told).toHaveLength(3);
});

test('killed while what was handed in is withdrawn: it counts nowhere', async () => {
  const mortal = await begin();
  const [trainee] = await openCourse(mortal.office, 1);
  if (trainee === undefined) throw new Error('nobody');
  // Asked before, and pressed when all was handed in.
  const asked = await askedAbsent(trainee, trainee.chat.lastCard());
  let card = (await trainee.presses(asked, 'open-visit')).card ?? asked;
  while (card.actions.some(({ verb }) => verb === 'answer-page')) card = await shownNext(trainee, card);
  const another = () => trainee.presses(asked, 'did-not-attend');
  await mortal.dies(after('responses', 'withdraw'), another);
  await mortal.office.at(t1Over);
  const { round, visits } = await roundOf(mortal.office);
  expect(visits.map(({ state }) => state)).toEqual(['excused']);
  const result = await mortal.office.stores.results.ofRound(round.id);
  expect(result?.whole).toMatchObject({ completion: { answered: 0, excused: 1 }, items: {} });
});

test('killed while "pressed by mistake" is taken: pressed again, the answers stand again', async () => {
  const mortal = await begin();
  const [trainee] = await openCourse(mortal.office, 1);
  if (trainee === undefined) throw new Error('nobody');
  await pressPage(trainee, trainee.chat.lastCard());
  const excused = (await sayAbsent(trainee)).card ?? trainee.chat.lastCard();
  const back = () => trainee.presses(excused, 'attended');
  await mortal.dies(after('responses', 'restore'), back);
  expect((await back()).card?.text).toContain('2 of 10');
  expect((await roundOf(mortal.office)).visits[0]?.state).toBe('started');
});
