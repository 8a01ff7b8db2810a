import { expect, test } from 'vitest';
import { rating } from '../support/answer-questionnaire.ts';
import type { Deathbed } from '../support/dying-at.ts';
import { allAnswer, openCourse, t1Over } from '../support/selling-course.ts';
import { useMortalOffices } from '../support/use-mortal-offices.ts';

const begin = useMortalOffices();
const measure = 'Book the large room';

test('killed at any step of assigning and working: one improvement, the owner told once, the channel shows it', async () => {
  const mortal = await begin();
  const channel = await mortal.office.chooseChannel('结果');
  const { staff } = mortal.office;
  const owner = await mortal.office.person({ name: '郑欧', email: 'zheng.ou@example.com', locale: 'en-US' });
  const people = await openCourse(mortal.office, 5);
  await allAnswer(people, rating(4, { 'd3-venue': '2', 'd1-practical': '2', 'd3-length': '2' }));
  await mortal.office.at(t1Over);
  const deaths: Deathbed[] = [
    { store: 'improvements', method: 'assign', when: 'after' },
    { store: 'issues', method: 'advance', when: 'after' },
    { store: 'deliveries', method: 'plan', when: 'after' },
  ];
  for (const [index, death] of deaths.entries()) {
    await staff.presses(channel.lastCard(), 'assign-open', { nth: 0 });
    const form = staff.chat.lastCard('交给谁来改进');
    const inputs = { owner, measure: `${measure} ${index}`, due: '2026-09-30' };
    const press = () => staff.presses(form, 'assign-save', { inputs });
    await mortal.dies(death, press);
    await mortal.office.at(t1Over);
    expect(owner.chat.cards.filter(({ text }) => text.includes(`${measure} ${index}`))).toHaveLength(1);
    expect(channel.lastCard().text.match(/郑欧 · 已指定/g)).toHaveLength(index + 1);
    // Whoever was told nothing presses again, and is answered as if for the first time.
    expect((await press()).card?.text).toContain('已交给郑欧');
  }
  const card = owner.chat.lastCard(`${measure} 0`);
  const done = () => owner.presses(card, 'improvement-done', { inputs: { comment: 'Booked' } });
  await mortal.dies({ store: 'improvements', method: 'step', when: 'after' }, done);
  await mortal.office.at(t1Over);
  expect(channel.lastCard().text).toContain('郑欧 · 已完成');
  const pressed = await done();
  expect(pressed.card?.text.match(/Booked/g)).toHaveLength(1);
  await mortal.office.at('2026-08-31T10:00+08:00');
  expect(await mortal.office.stores.improvements.recent()).toHaveLength(3);
  expect(owner.chat.cards).toHaveLength(3);
  expect(channel.cards).toHaveLength(1);
});
