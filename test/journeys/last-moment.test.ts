import { expect, test } from 'vitest';
import type { Stores } from '../../src/domain/stores.ts';
import { fillPage, rating } from '../support/answer-questionnaire.ts';
import { startOffice } from '../support/office-under-test.ts';
import { roundOf } from '../support/round-of.ts';
import { allAnswer, openCourse, t1Over } from '../support/selling-course.ts';
import type { SeenCard } from '../support/teams-tenant/chat.ts';

/** Stores whose answers are held on their way until they are let go. */
const holdingAnswers = () => {
  let gate: PromiseWithResolvers<void> | undefined;
  let onTheirWay = 0;
  const wrap = (stores: Stores): Stores => ({
    ...stores,
    responses: {
      ...stores.responses,
      append: async (...args) => {
        onTheirWay += 1;
        await gate?.promise;
        return stores.responses.append(...args);
      },
    },
  });
  return {
    wrap,
    hold: () => {
      onTheirWay = 0;
      gate = Promise.withResolvers();
    },
    onTheirWay: () => onTheirWay,
    letGo: () => gate?.resolve(),
  };
};

/** A course of which so many hand their last page in while its round closes; all others have answered. */
const closesOver = async (late: number, size: number) => {
  const answers = holdingAnswers();
  const office = await startOffice({ parts: { wrapStores: answers.wrap } });
  const channel = await office.chooseChannel('结果');
  const trainees = await openCourse(office, size);
  const last = trainees.slice(0, late);
  await allAnswer(trainees.slice(late), rating(4));
  const waiting = [];
  for (const trainee of last) {
    let card: SeenCard = trainee.chat.lastCard();
    const press = () => trainee.presses(card, 'answer-page', { inputs: fillPage(card, rating(4)) });
    while (!card.text.includes('10 of 10')) card = (await press()).card ?? card;
    waiting.push(press);
  }
  answers.hold();
  office.clock.time = new Date('2026-08-28T23:59:59+08:00');
  const pressed = waiting.map((press) => press());
  await expect.poll(answers.onTheirWay).toBe(late);
  await office.at(t1Over);
  const shown = channel.lastCard().text;
  answers.letGo();
  for (const one of await Promise.all(pressed)) expect(one.card?.text).toContain('Thank you');
  await office.at('2026-08-31T09:30+08:00');
  const { round, visits } = await roundOf(office);
  expect(visits.map(({ state }) => state)).toEqual(Array(size).fill('answered'));
  expect(channel.cards).toHaveLength(1);
  expect(office.tenant.complaints).toEqual([]);
  return { office, channel, round, shown };
};

test('one answer on its way while its round closes is kept and told nowhere: it would be that person’s alone', async () => {
  const { office, channel, round, shown } = await closesOver(1, 6);
  expect(shown).toContain('5 / 6');
  expect(await office.stores.results.ofRound(round.id)).toMatchObject({
    revision: 1,
    whole: { completion: { due: 6, answered: 5 }, items: { 'd5-overall': { n: 5 } } },
  });
  expect(channel.lastCard().text).toBe(shown);
  await office.close();
});

test('when five were on their way they count: result and card are brought up to date', async () => {
  const { office, channel, round, shown } = await closesOver(5, 11);
  expect(shown).toContain('6 / 11');
  expect(await office.stores.results.ofRound(round.id)).toMatchObject({
    revision: 2,
    whole: {
      completion: { due: 11, answered: 11 },
      items: { 'd5-overall': { n: 11 }, 'd1-depth': { n: 11 } },
    },
  });
  expect(channel.lastCard().text).toContain('11 / 11');
  await office.close();
});
