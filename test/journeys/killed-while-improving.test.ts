import { expect, test } from 'vitest';
import { rating } from '../support/answer-questionnaire.ts';
import { after } from '../support/kill-ticks.ts';
import { roundOf } from '../support/round-of.ts';
import { allAnswer, openCourse, t1Over } from '../support/selling-course.ts';
import { useMortalOffices } from '../support/use-mortal-offices.ts';

// Killed at every other step: killed-while-improving.prove.ts.
const begin = useMortalOffices();
const measure = 'Book the large room';

test('killed while assigning, before the channel is told: one improvement, the owner told once, the channel shows it', async () => {
  const mortal = await begin();
  const channel = await mortal.office.chooseChannel('结果');
  const { staff } = mortal.office;
  const owner = await mortal.office.person({ name: '郑欧', email: 'zheng.ou@example.com', locale: 'en-US' });
  await allAnswer(await openCourse(mortal.office, 5), rating(4, { 'd3-venue': '2' }));
  await mortal.office.at(t1Over);
  await staff.presses(channel.lastCard(), 'assign-open');
  const form = staff.chat.lastCard('交给谁来改进');
  const inputs = { owner, measure, due: '2026-09-30' };
  await mortal.dies(after('improvements', 'assign'), () => staff.presses(form, 'assign-save', { inputs }));
  await mortal.office.at(t1Over);
  expect(owner.chat.cards.filter(({ text }) => text.includes(measure))).toHaveLength(1);
  expect(channel.lastCard().text).toContain('郑欧 · 已指定');
  expect(await mortal.office.stores.improvements.recent()).toHaveLength(1);
});

test('a restart says nothing to anybody and changes no card', async () => {
  const mortal = await begin();
  const channel = await mortal.office.chooseChannel('结果');
  const people = await openCourse(mortal.office, 6);
  await allAnswer(people.slice(0, 5), rating(4, { 'd3-venue': '2' }));
  await mortal.office.at(t1Over);
  await mortal.office.staff.presses(channel.lastCard(), 'assign-open');
  const inputs = { owner: mortal.office.staff, measure, due: '2026-09-30' };
  const form = mortal.office.staff.chat.lastCard('交给谁来改进');
  await mortal.office.staff.presses(form, 'assign-save', { inputs });
  await mortal.office.at(t1Over);
  const [sent, shown] = [mortal.tenant.sent.length, channel.lastCard().json];
  const before = await roundOf(mortal.office);
  for (let times = 0; times < 2; times += 1) {
    await mortal.restarts();
    await mortal.office.at(t1Over);
  }
  expect(mortal.tenant.sent).toHaveLength(sent);
  expect(channel.lastCard().json).toEqual(shown);
  expect(await roundOf(mortal.office)).toEqual(before);
});
