import { expect, test } from 'vitest';
import type { Stores } from '../../src/domain/stores.ts';
import { answerAll, fillPage, rating } from '../support/answer-questionnaire.ts';
import { startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { roundOf } from '../support/round-of.ts';
import { allAnswer, openCourse, sellingCourse, t1Opens, t1Over } from '../support/selling-course.ts';
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

test('somebody elsewhere is told their own last date and hour on every card, and never the training’s', async () => {
  const office = await startOffice();
  const lines = ['A-1', 'B-1'].map((training_code) => participant(1, { ...sellingCourse, training_code }));
  const { name = '', email = '' } = lines[0] ?? {};
  const trainee = await office.person({ name, email, locale: 'en-US', timezone: 'Pacific/Auckland' });
  const { chat } = trainee;
  const tells = (card: SeenCard | undefined, times = 1): SeenCard => {
    expect(card?.text.split('Sat 29 Aug, 04:00')).toHaveLength(times + 1);
    expect(card?.text).not.toContain('28 Aug');
    return card ?? expect.fail();
  };
  const press = async (card: SeenCard, action: string, inputs = {}) =>
    (await trainee.presses(card, action, { inputs })).card;
  await office.imports(lines);
  await office.at(t1Opens);
  const first = tells(chat.lastCard(), 2);
  const second = tells(await press(first, 'answer-page', fillPage(first, rating(4))));
  await trainee.says('/pending');
  tells(chat.lastCard(), 2);
  const declined = tells(await press(second, 'decline'));
  tells(await press(declined, 'answer-after-all'));
  await office.at('2026-08-18T09:00+08:00');
  const other = tells(chat.lastCard('1 of 10'), 2);
  await office.at('2026-08-27T09:00+08:00');
  tells(chat.lastCard('Nearly over'), 2);
  await answerAll(trainee, other, rating(4));
  tells(chat.lastCard('Thank you'), 2);
  await office.imports(lines.map((line) => ({ ...line, end: '2026-08-16' })));
  await office.at('2026-08-28T09:00+08:00');
  expect(chat.lastCard('other dates').text).toContain('until Mon 31 Aug, 04:00');
  await office.at(t1Over);
  const closed = await press(chat.lastCard('Nearly over'), 'open-visit');
  expect(closed?.text).toContain('closed on Mon 31 Aug, 04:00');
  expect(office.tenant.complaints).toEqual([]);
  await office.close();
});
