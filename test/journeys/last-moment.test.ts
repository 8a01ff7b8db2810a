import { expect, test } from 'vitest';
import type { Stores } from '../../src/domain/stores.ts';
import { fillPage, rating } from '../support/answer-questionnaire.ts';
import { startOffice } from '../support/office-under-test.ts';
import { roundOf } from '../support/round-of.ts';
import { allAnswer, openCourse, t1Over } from '../support/selling-course.ts';
import type { SeenCard } from '../support/teams-tenant/chat.ts';

/** Stores whose next answer is held on its way until it is let go. */
const holdingAnswers = () => {
  let gate: PromiseWithResolvers<void> | undefined;
  let arrived: PromiseWithResolvers<void> | undefined;
  const wrap = (stores: Stores): Stores => ({
    ...stores,
    responses: {
      ...stores.responses,
      append: async (...args) => {
        arrived?.resolve();
        await gate?.promise;
        return stores.responses.append(...args);
      },
    },
  });
  return {
    wrap,
    hold: () => {
      gate = Promise.withResolvers();
      arrived = Promise.withResolvers();
      return arrived.promise;
    },
    letGo: () => gate?.resolve(),
  };
};

test('an answer on its way while its round closes still counts: result and cards are brought up to date', async () => {
  const answers = holdingAnswers();
  const office = await startOffice({ parts: { wrapStores: answers.wrap } });
  const channel = await office.chooseChannel('结果');
  const [last, ...others] = await openCourse(office, 6);
  if (last === undefined) throw new Error('nobody');
  await allAnswer(others, rating(4));
  let card: SeenCard = last.chat.lastCard();
  const press = () => last.presses(card, 'answer-page', { inputs: fillPage(card, rating(4)) });
  while (!card.text.includes('4 of 4')) card = (await press()).card ?? card;

  const onItsWay = answers.hold();
  office.clock.time = new Date('2026-08-28T23:59:59+08:00');
  const pressed = press();
  await onItsWay;
  await office.at(t1Over);
  expect(channel.lastCard().text).toContain('5 / 6');
  answers.letGo();
  expect((await pressed).card?.text).toContain('Thank you');

  await office.at('2026-08-31T09:30+08:00');
  const { round, visits } = await roundOf(office);
  expect(visits.map(({ state }) => state)).toEqual(Array(6).fill('answered'));
  expect(await office.stores.results.ofRound(round.id)).toMatchObject({
    revision: 2,
    whole: { respondents: 6, completion: { due: 6, answered: 6 } },
  });
  expect(channel.lastCard().text).toContain('6 / 6');
  expect(channel.cards).toHaveLength(1);
  expect(office.tenant.complaints).toEqual([]);
  await office.close();
});
