import { afterEach, expect, test } from 'vitest';
import { answerAll, rating } from '../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { roundOf } from '../support/round-of.ts';
import { allAnswer, openCourse, sellingCourse, t1Opens, t1Over } from '../support/selling-course.ts';

let office: OfficeUnderTest | undefined;
const begin = async (): Promise<OfficeUnderTest> => {
  office = await startOffice();
  return office;
};
afterEach(async () => {
  expect(office?.tenant.complaints ?? []).toEqual([]);
  await office?.close();
  office = undefined;
});

test('who has no bot yet is asked as soon as they install it, but not at night', async () => {
  const { tenant, imports, at } = await begin();
  const [early, late] = [1, 2].map((number) => participant(number, sellingCourse));
  if (early === undefined || late === undefined) throw new Error('nobody');
  await imports([early, late]);
  await at(t1Opens);
  const first = tenant.person({ ...early, locale: 'en-US' });
  const second = tenant.person({ ...late, locale: 'en-US' });
  await at('2026-08-18T10:00+08:00');
  await first.installs();
  await at('2026-08-18T10:01+08:00');
  expect(first.chat.lastCard().text).toContain('1 of 10');
  await at('2026-08-18T22:00+08:00');
  await second.installs();
  await at('2026-08-18T22:01+08:00');
  expect(second.chat.messages).toEqual([]);
  await at('2026-08-19T09:00+08:00');
  expect(second.chat.cards).toHaveLength(1);
});

test('everybody is written to within their own working hours, wherever they are', async () => {
  const { person, imports, at } = await begin();
  const lines = [1, 2].map((number) => participant(number, sellingCourse));
  const [here, there] = lines;
  if (here === undefined || there === undefined) throw new Error('nobody');
  const shanghai = await person({ ...here, locale: 'en-US' });
  const berlin = await person({ ...there, locale: 'en-GB', timezone: 'Europe/Berlin' });
  await imports(lines);
  await at(t1Opens);
  expect(shanghai.chat.cards).toHaveLength(1);
  expect(berlin.chat.cards).toEqual([]);
  await at('2026-08-17T08:59+02:00');
  expect(berlin.chat.cards).toEqual([]);
  await at('2026-08-17T09:00+02:00');
  expect(berlin.chat.cards).toHaveLength(1);
});

test('a changed roster asks those who came late, excuses those who withdrew, and brings back who was withdrawn by mistake', async () => {
  const running = await begin();
  const people = await openCourse(running, 2);
  const latecomer = await running.person({ ...participant(3), locale: 'en-US' });
  const line = (number: number, withdrawn = 'no') => participant(number, { ...sellingCourse, withdrawn });
  await running.imports([line(1), line(2, 'yes'), line(3)]);
  await running.at('2026-08-18T09:00+08:00');
  expect(latecomer.chat.cards).toHaveLength(1);
  expect((await roundOf(running)).visits.map(({ state }) => state).sort()).toEqual(['due', 'due', 'excused']);
  await running.at('2026-08-21T09:00+08:00');
  // The one is reminded, the other was told that nothing is to be answered any more.
  expect(people.map(({ chat }) => chat.cards.length)).toEqual([2, 2]);
  await running.imports([line(1), line(2), line(3)]);
  await running.at('2026-08-24T09:00+08:00');
  const { visits } = await roundOf(running);
  expect(visits.map(({ state }) => state)).toEqual(['due', 'due', 'due']);
  const back = people[1];
  if (back === undefined) throw new Error('nobody');
  await back.says('/pending');
  const shown = (await back.presses(back.chat.lastCard(), 'open-visit')).card;
  expect((await answerAll(back, shown, rating(4))).text).toContain('Thank you');
});

test('a result waits until a channel is chosen', async () => {
  const running = await begin();
  const people = await openCourse(running, 5);
  await allAnswer(people, rating(4));
  await running.at(t1Over);
  const channel = await running.chooseChannel('结果');
  await running.at('2026-08-31T10:00+08:00');
  expect(channel.lastCard().text).toContain('5 / 5');
  expect(channel.cards).toHaveLength(1);
});

test('with two instructors each is asked about, and told about, alone', async () => {
  const running = await begin();
  const channel = await running.chooseChannel('结果');
  const anna = await running.person({ name: 'Anna', email: 'anna@contoso.example', locale: 'en-US' });
  const bert = await running.person({ name: 'Bert', email: 'bert@contoso.example', locale: 'en-US' });
  const emails = `${anna.email}; ${bert.email}`;
  const people = await openCourse(running, 5, { instructor_emails: emails });
  const berts = (await running.stores.people.byEmails([bert.email]))[0]?.id;
  const opinion = rating(5);
  for (const trainee of people) {
    await answerAll(trainee, trainee.chat.lastCard('1 of 13'), (input) =>
      input.id.endsWith(`@${berts}`) && input.choices.some(({ value }) => value === '1')
        ? '1'
        : opinion(input),
    );
  }
  await running.at(t1Over);
  const [annas, bertsCard] = [anna.chat.lastCard().text, bert.chat.lastCard().text];
  // Everybody gave Bert a 1: it is told as a limit, and to Bert alone.
  expect(annas).not.toMatch(/Bert|≤ [0-9]/);
  expect(bertsCard).toMatch(/≤ 2\.40\n≤ 2\/5/);
  expect(bertsCard).not.toContain('Anna');
  expect(channel.lastCard().text).toContain('Bert');
});

test.each([1, 4])(
  'with %i answers neither channel nor instructor sees a score or a comment',
  async (answers) => {
    const running = await begin();
    const channel = await running.chooseChannel('结果');
    const ines = await running.person({ name: 'Ines', email: 'ines@contoso.example', locale: 'en-US' });
    const people = await openCourse(running, 6);
    await allAnswer(people.slice(0, answers), rating(1, { 'd5-suggestion': 'The room was cold' }));
    await running.at(t1Over);
    for (const card of [channel.lastCard(), ines.chat.lastCard()]) {
      expect(card.text).not.toMatch(/\b[1-5]\.\d\d\b|cold/);
      expect(card.actions).toEqual([]);
    }
  },
);

test('a trainee asks what waits for them, staff how far a training is', async () => {
  const running = await begin();
  const [trainee, other] = await openCourse(running, 2);
  if (trainee === undefined || other === undefined) throw new Error('nobody');
  await allAnswer([other], rating(4));
  await trainee.says('待办');
  const opened = await trainee.presses(trainee.chat.lastCard(), 'open-visit');
  expect(opened.card?.text).toContain('1 of 10');
  await other.says('/pending');
  expect(other.chat.lastCard().actions).toEqual([]);
  await running.staff.says('/status SALES-26');
  expect(running.staff.chat.lastCard('Selling well').text).toMatch(/2(.|\n)*1/);
  await trainee.says('/status SALES-26');
  expect(trainee.chat.texts.at(-1)).toContain('Sorry');
});
