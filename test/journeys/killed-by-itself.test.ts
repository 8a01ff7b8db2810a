import { expect, test } from 'vitest';
import { rating } from '../support/answer-questionnaire.ts';
import { after, before, beforeOpening, cardsOf, killTicks } from '../support/kill-ticks.ts';
import { allAnswer, t1Opens } from '../support/selling-course.ts';
import { useMortalOffices } from '../support/use-mortal-offices.ts';

// Killed at every other step: killed-by-itself.prove.ts.
const begin = useMortalOffices();

test('killed before sending, nobody gets a second message; between sending and recording, at most one', async () => {
  const mortal = await begin();
  const people = await beforeOpening(mortal, 2);
  await killTicks(mortal, t1Opens, [after('deliveries', 'claimSome')]);
  expect(cardsOf(people)).toEqual([1, 1]);

  const later = '2026-08-21T09:00+08:00';
  await killTicks(mortal, later, [before('deliveries', 'recordAll')]);
  await mortal.office.at('2026-08-21T10:00+08:00');
  await mortal.office.at('2026-08-21T11:00+08:00');
  for (const count of cardsOf(people)) expect([2, 3]).toContain(count);
  const [person] = people;
  await allAnswer(people.slice(0, 1), rating(4));
  for (const copy of person?.chat.cards.slice(1) ?? []) {
    expect((await person?.presses(copy, 'open-visit'))?.card?.text).toContain('Thank you');
  }
});
