import { afterEach, expect, test } from 'vitest';
import { privacyLine, questionNotes } from '../../../src/wording/questionnaire-words.ts';
import { fillPage, rating } from '../../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { ownFile, publishedFolder } from '../../support/own-questionnaires.ts';
import { openCourse } from '../../support/selling-course.ts';
import type { SeenCard } from '../../support/teams-tenant/chat.ts';
import type { Person } from '../../support/teams-tenant/person.ts';

let office: OfficeUnderTest | undefined;
afterEach(async () => {
  await office?.close();
  office = undefined;
});

const invited = async (folder?: string): Promise<Person> => {
  office = await startOffice(folder === undefined ? {} : { questionnairesFolder: folder });
  const [trainee] = await openCourse(office, 1);
  return trainee ?? expect.fail();
};
const goesOn = async (person: Person, card: SeenCard, inputs = {}): Promise<SeenCard> =>
  (await person.presses(card, 'answer-page', { inputs })).card ?? expect.fail();
const buttons = ({ actions }: SeenCard) => actions.map(({ title }) => title);

test('the first page, pressed with nothing chosen, keeps its introduction and every way out', async () => {
  const trainee = await invited();
  const first = trainee.chat.lastCard();
  const again = await goesOn(trainee, first);
  expect(again.text).toContain('2 questions need an answer');
  // At the top, and again beside the button that was pressed.
  const noticed = again.texts.flatMap((text, at) =>
    text.startsWith('2 questions need an answer') ? [at] : [],
  );
  expect(noticed).toHaveLength(2);
  expect(again.texts[(noticed[1] ?? 0) + 1]).toBe('Next');
  expect(again.text).toContain(privacyLine(5, 5).en);
  expect(buttons(again)).toEqual(['Next', 'Later', 'I am on leave', 'I did not attend', 'I’d rather not']);
  expect(buttons(again)).toEqual(buttons(first));
  const second = await goesOn(trainee, again, fillPage(again, rating(4)));
  expect(buttons(await goesOn(trainee, second))).toContain('I did not attend');
});

test('a page of nothing but a comment says that it may stay empty, and then goes on', async () => {
  const onlyComment = ownFile.replace(/ {6}- id: plan-by[\s\S]*?(?= {2}- id: overall)/, '');
  const trainee = await invited(publishedFolder({ 'own-t1.v1.yaml': onlyComment }));
  const second = await goesOn(trainee, trainee.chat.lastCard(), {});
  const given = (card: SeenCard, said: Readonly<Record<string, string>>) =>
    Object.fromEntries(card.inputs.map(({ id }) => [id, said[id.split('@')[0] ?? ''] ?? '']));
  const teaching = await goesOn(
    trainee,
    second,
    given(second, { depth: '3', occasion: 'none-yet', answers: 'none' }),
  );
  const plan = await goesOn(trainee, teaching, given(teaching, { methods: '5' }));
  expect(plan.inputs.map(({ type }) => type)).toEqual(['Input.Text']);
  expect(plan.text).toContain(questionNotes.both.en.trim());
  expect((await goesOn(trainee, plan, given(plan, {}))).text).toContain('6 of 6');
});
