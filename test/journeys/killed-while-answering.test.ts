import { expect, test } from 'vitest';
import { after, before } from '../support/kill-ticks.ts';
import { marks, pressPage, shownNext } from '../support/press-pages.ts';
import { roundOf } from '../support/round-of.ts';
import { openCourse, t1Over } from '../support/selling-course.ts';
import { useMortalOffices } from '../support/use-mortal-offices.ts';

// Killed at every other step: killed-while-answering.prove.ts.
const begin = useMortalOffices();

test('killed at any step of handing in: no answer is lost, nobody is counted twice', async () => {
  const mortal = await begin();
  const trainees = await openCourse(mortal.office, 4);
  const deaths = [
    before('responses', 'append'),
    after('responses', 'append'),
    after('visits', 'markAnswered'),
  ];
  for (const [index, death] of deaths.entries()) {
    const trainee = trainees[index];
    if (trainee === undefined) throw new Error('nobody');
    let card = trainee.chat.lastCard();
    while (!card.text.includes('10 of 10')) card = await shownNext(trainee, card);
    await mortal.dies(death, () => pressPage(trainee, card));
    // Told nothing, the first presses again; the others never do.
    if (index === 0) await pressPage(trainee, card);
  }
  const { visits, responses } = await roundOf(mortal.office);
  expect(visits.map(({ state }) => state).sort()).toEqual(['answered', 'answered', 'answered', 'due']);
  expect(responses.map(marks).map(({ length }) => length)).toEqual([10, 10, 10]);
  await mortal.office.at(t1Over);
  const { round, visits: ended } = await roundOf(mortal.office);
  expect(ended.map(({ state }) => state).sort()).toEqual(['answered', 'answered', 'answered', 'expired']);
  const result = await mortal.office.stores.results.ofRound(round.id);
  expect(result?.whole.completion).toMatchObject({ due: 4, answered: 3 });
  expect(mortal.tenant.sentTo(trainees[0] ?? mortal.office.staff)).toHaveLength(2);
});
