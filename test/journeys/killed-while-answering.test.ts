import { expect, test } from 'vitest';
import type { Response } from '../../src/domain/responses/response.ts';
import { fillPage, rating } from '../support/answer-questionnaire.ts';
import type { Deathbed } from '../support/dying-at.ts';
import { roundOf } from '../support/round-of.ts';
import { openCourse, t1Over } from '../support/selling-course.ts';
import type { SeenCard } from '../support/teams-tenant/chat.ts';
import type { Person } from '../support/teams-tenant/person.ts';
import { useMortalOffices } from '../support/use-mortal-offices.ts';

const begin = useMortalOffices();
const longest = { timeout: 60_000 };

const beforeA: Deathbed = { store: 'responses', method: 'append', when: 'before' };
const afterA: Deathbed = { store: 'responses', method: 'append', when: 'after' };
const afterStarted: Deathbed = { store: 'visits', method: 'markStarted', when: 'after' };
const afterAnswered: Deathbed = { store: 'visits', method: 'markAnswered', when: 'after' };

const marks = (response: Response | undefined) =>
  (response?.revisions ?? []).map(({ page, revision }) => `${page}#${revision}`);

const press = (person: Person, card: SeenCard) =>
  person.presses(card, 'answer-page', { inputs: fillPage(card, rating(4)) });

const shownNext = async (person: Person, card: SeenCard): Promise<SeenCard> => {
  const next = (await press(person, card)).card;
  if (next === undefined) throw new Error('no card');
  return next;
};

test(
  'killed at any step of saving a page: the page is there once, and pressing again goes on',
  longest,
  async () => {
    const mortal = await begin();
    const [trainee] = await openCourse(mortal.office, 1);
    if (trainee === undefined) throw new Error('nobody');
    let card = trainee.chat.lastCard();
    const dies = (death: Deathbed) => mortal.dies(death, () => press(trainee, card));

    await dies(beforeA);
    expect((await roundOf(mortal.office)).visits[0]?.state).toBe('due');
    expect((await roundOf(mortal.office)).responses).toEqual([]);
    card = await shownNext(trainee, card);

    await dies(afterA);
    const recovered = await roundOf(mortal.office);
    expect(marks(recovered.responses[0])).toEqual(['content#1', expect.stringMatching(/^instructor.*#1$/)]);
    expect(recovered.visits[0]?.state).toBe('started');
    card = await shownNext(trainee, card);

    await dies(afterStarted);
    card = await shownNext(trainee, card);
    const after = await roundOf(mortal.office);
    expect(marks(after.responses[0])).toHaveLength(3);
    expect(card.text).toContain('4 of 4');
  },
);

test('killed at any step of handing in: no answer is lost, nobody is counted twice', longest, async () => {
  const mortal = await begin();
  const trainees = await openCourse(mortal.office, 4);
  for (const [index, death] of [beforeA, afterA, afterAnswered].entries()) {
    const trainee = trainees[index];
    if (trainee === undefined) throw new Error('nobody');
    let card = trainee.chat.lastCard();
    while (!card.text.includes('4 of 4')) card = await shownNext(trainee, card);
    await mortal.dies(death, () => press(trainee, card));
    // Told nothing, the first presses again; the others never do.
    if (death === beforeA) await press(trainee, card);
  }
  const { visits, responses } = await roundOf(mortal.office);
  expect(visits.map(({ state }) => state).sort()).toEqual(['answered', 'answered', 'answered', 'due']);
  expect(responses.map(marks).map(({ length }) => length)).toEqual([4, 4, 4]);
  await mortal.office.at(t1Over);
  const { round, visits: ended } = await roundOf(mortal.office);
  expect(ended.map(({ state }) => state).sort()).toEqual(['answered', 'answered', 'answered', 'expired']);
  const result = await mortal.office.stores.results.ofRound(round.id);
  expect(result?.whole.completion).toMatchObject({ due: 4, answered: 3 });
  expect(result?.whole.respondents).toBe(3);
  expect(mortal.tenant.sentTo(trainees[0] ?? mortal.office.staff)).toHaveLength(2);
});

test(
  'killed while taking "I did not attend": excused, withdrawn, and staff are told once',
  longest,
  async () => {
    const mortal = await begin();
    const trainees = await openCourse(mortal.office, 3);
    const deaths: Deathbed[] = [
      { store: 'responses', method: 'withdraw', when: 'after' },
      { store: 'visits', method: 'markExcused', when: 'after' },
      { store: 'deliveries', method: 'plan', when: 'after' },
    ];
    for (const [index, death] of deaths.entries()) {
      const trainee = trainees[index];
      if (trainee === undefined) throw new Error('nobody');
      const card = trainee.chat.lastCard();
      await press(trainee, card);
      await mortal.dies(death, () => trainee.presses(card, 'did-not-attend'));
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
  },
);

test('killed while what was handed in is withdrawn: it counts nowhere', longest, async () => {
  const mortal = await begin();
  const [trainee] = await openCourse(mortal.office, 1);
  if (trainee === undefined) throw new Error('nobody');
  const first = trainee.chat.lastCard();
  let card = first;
  while (card.actions.some(({ verb }) => verb === 'answer-page')) card = await shownNext(trainee, card);
  const another = () => trainee.presses(first, 'did-not-attend');
  await mortal.dies({ store: 'responses', method: 'withdraw', when: 'after' }, another);
  await mortal.office.at(t1Over);
  const { round, visits } = await roundOf(mortal.office);
  expect(visits.map(({ state }) => state)).toEqual(['excused']);
  const result = await mortal.office.stores.results.ofRound(round.id);
  expect(result?.whole).toMatchObject({ respondents: 0, completion: { answered: 0, excused: 1 } });
});

test(
  'killed while "pressed by mistake" is taken: pressed again, the answers stand again',
  longest,
  async () => {
    const mortal = await begin();
    const [trainee] = await openCourse(mortal.office, 1);
    if (trainee === undefined) throw new Error('nobody');
    await press(trainee, trainee.chat.lastCard());
    const excused =
      (await trainee.presses(trainee.chat.lastCard(), 'did-not-attend')).card ?? trainee.chat.lastCard();
    const back = () => trainee.presses(excused, 'attended');
    await mortal.dies({ store: 'responses', method: 'restore', when: 'after' }, back);
    expect((await back()).card?.text).toContain('2 of 4');
    expect((await roundOf(mortal.office)).visits[0]?.state).toBe('started');
  },
);
