import { afterEach, expect, test } from 'vitest';
import { answerAll, rating } from '../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { sellingCourse, t1Opens } from '../support/selling-course.ts';

let office: OfficeUnderTest | undefined;
afterEach(async () => {
  expect(office?.tenant.complaints ?? []).toEqual([]);
  await office?.close();
  office = undefined;
});

const twoCourses = async () => {
  office = await startOffice();
  const line = participant(1, { ...sellingCourse, training_code: 'A-1', title: 'Selling' });
  const other = participant(1, { ...sellingCourse, training_code: 'B-1', title: 'Writing' });
  const trainee = await office.person({ name: line.name, email: line.email, locale: 'en-US' });
  await office.imports([line, other]);
  await office.at(t1Opens);
  const questionnaires = () => trainee.chat.cards.filter(({ text }) => text.includes('1 of 10'));
  return { trainee, questionnaires, at: office.at };
};

test('two questionnaires that open together come one a working day', async () => {
  const { questionnaires, at } = await twoCourses();
  expect(questionnaires()).toHaveLength(1);
  await at('2026-08-17T17:00+08:00');
  expect(questionnaires()).toHaveLength(1);
  await at('2026-08-18T09:00+08:00');
  expect(questionnaires()).toHaveLength(2);
});

test('where one ends the next is offered; answered there, it is not sent as well', async () => {
  const { trainee, at } = await twoCourses();
  await answerAll(trainee, trainee.chat.lastCard('1 of'), rating(4));
  const end = trainee.chat.lastCard('Thank you');
  expect(end.text).toContain('Another questionnaire');
  expect(end.text).not.toContain('everything');
  await trainee.presses(end, 'open-visit');
  await answerAll(trainee, trainee.chat.lastCard('1 of'), rating(5));
  const cards = trainee.chat.cards.length;
  await at('2026-08-18T09:00+08:00');
  expect(trainee.chat.cards.length).toBe(cards);
});

test('of twelve trainings at once every one is asked about in time, by one message a day that names what waits', async () => {
  office = await startOffice();
  const { staff, clock } = office;
  const lines = Array.from({ length: 12 }, (_, index) =>
    participant(1, { ...sellingCourse, training_code: `K-${index}`, title: `Course no. ${index} of twelve` }),
  );
  const [line] = lines;
  if (line === undefined) throw new Error('nobody');
  const trainee = await office.person({ name: line.name, email: line.email, locale: 'en-US' });
  await office.imports(lines);
  const named = new Set<string>();
  for (let day = 17; day <= 28; day += 1) {
    const before = trainee.chat.cards.length;
    for (const hour of ['09:00', '14:00']) await office.at(`2026-08-${day}T${hour}+08:00`);
    const today = trainee.chat.cards.slice(before);
    expect(today.length, `on ${clock.time.toISOString()}`).toBeLessThanOrEqual(1);
    for (const { text } of today) for (const { title } of lines) if (text.includes(title)) named.add(title);
    // Three a week, and what would come too late goes with another.
    if (day === 17) {
      expect(named.size).toBe(12);
      await staff.says('/status K-11');
      expect(staff.chat.lastCard('K-11').text).toMatch(/改天再发：1 人|Sent on a later day: 1/);
    }
  }
  const invitations = await office.stores.deliveries.about(
    (await office.stores.visits.ofRounds((await office.stores.rounds.open()).map(({ id }) => id))).map(
      ({ id }) => ({ kind: 'invitation' as const, visit: id }),
    ),
  );
  expect(invitations.map(({ state }) => state)).toEqual(lines.map(() => 'sent'));
});

test('whoever put off what came in the afternoon is asked the next morning, as they were told', async () => {
  office = await startOffice();
  const line = participant(1, sellingCourse);
  const trainee = await office.person({ name: line.name, email: line.email, locale: 'en-US' });
  await office.imports([line]);
  await office.at('2026-08-17T15:00+08:00');
  const put = await trainee.presses(trainee.chat.lastCard(), 'answer-later');
  expect(put.card?.text).toContain('Tue 18 Aug');
  const before = trainee.chat.cards.length;
  await office.at('2026-08-18T09:00+08:00');
  expect(trainee.chat.cards.slice(before)).toHaveLength(1);
});
