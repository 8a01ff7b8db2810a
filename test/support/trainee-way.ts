import type { Locator } from 'playwright-core';
import type { Language, Text } from '../../src/domain/kernel/text.ts';
import {
  absenceAskedTitle,
  answerAfterAll,
  backToQuestions,
  declinedTitle,
  laterTitle,
  leaveFormTitle,
  reminderTitle,
  thanks,
} from '../../src/wording/questionnaire-end-words.ts';
import {
  answersMissing,
  back,
  didNotAttend,
  eyebrow,
  finish,
  later,
  next,
  onLeave,
  rather,
  resume,
} from '../../src/wording/questionnaire-words.ts';
import type { PhoneHand } from './phone-hand.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { moveOnUntil } from './playground-steps.ts';

export interface Way {
  readonly language: Language;
  /** Answers; `aside` does what answering does not take. */
  readonly hand: PhoneHand;
  readonly aside: PhoneHand;
  /** Called with every card of the way as it is seen, in its order. */
  show(card: Locator, name: string): Promise<void>;
}

const plan: Text = { zh: '每周的销售表改用透视表做', en: 'Build the weekly sales sheet as a pivot table' };
const suggestion: Text = { zh: '案例可以更贴近我们的工作', en: 'More cases from our own work, please' };
const hindered: Text = { zh: '报表的格式改不了', en: 'The format of our reports is fixed' };

/** Takes the choice at this place of each of these questions: the second best, unless told otherwise. */
const choose = async (hand: PhoneHand, questions: readonly Locator[], at = 3): Promise<void> => {
  for (const question of questions) await hand.tap(question.getByRole('radio').nth(at));
};
/** Opens a list and takes the choice at this place of it. */
const pick = async (at: PlaygroundPage, hand: PhoneHand, list: Locator, place: number): Promise<void> => {
  await hand.tap(list);
  await hand.tap(at.page.getByRole('option').nth(place));
};
const asked = (card: Locator): Promise<Locator[]> => card.getByRole('radiogroup').all();
const chosen = (card: Locator): Promise<number> => card.getByRole('radio', { checked: true }).count();

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`On the way it did not hold: ${what}`);
};

const onPages = (at: PlaygroundPage, { language }: Way, pages: number) => {
  const say = (text: Text): string => text[language];
  return {
    say,
    page: (number: number) => at.card(say(eyebrow(number, pages))),
    press: (hand: PhoneHand, card: Locator, text: Text, brings: () => Promise<Locator>) =>
      hand.press(say(text), card.getByRole('button', { name: say(text), exact: true }).first(), brings),
  };
};

/**
 * The first questionnaire as a trainee goes through it between two meetings: a question left open, put off and taken up
 * again, absence and refusal looked at and taken back, what was weak, a plan, the end: the closing card.
 */
export const firstVisit = async (at: PlaygroundPage, way: Way): Promise<Locator> => {
  const { hand, aside, show } = way;
  const { say, page, press } = onPages(at, way, 10);

  const first = await page(1);
  await show(first, 't1-1-invitation');
  await choose(hand, (await asked(first)).slice(0, -1));
  await press(aside, first, next, async () => {
    await at.sees(say(answersMissing(1)));
    return first;
  });
  must(
    (await first.getByText(say(answersMissing(1))).count()) === 2,
    'an open question is told at the top and beside the button',
  );
  await show(first, 't1-1-open-question');
  await choose(hand, (await asked(first)).slice(-1));

  const leafed = await press(hand, first, next, () => page(2));
  const earlier = await press(aside, leafed, back, () => page(1));
  must((await chosen(earlier)) === 2, 'what was saved is there on going back');
  const second = await press(aside, earlier, next, () => page(2));
  await choose(hand, (await asked(second)).slice(0, 2), 2);
  const put = await press(aside, second, later, () => at.card(say(laterTitle)));
  await show(put, 't1-2-later');
  await moveOnUntil(at, say(reminderTitle.started));
  const reminder = await at.card(say(reminderTitle.started));
  await show(reminder, 't1-2-reminder');
  const again = await press(aside, reminder, resume, () => page(2));
  must((await chosen(again)) === 2, 'what was filled in before putting off is still there');
  await show(again, 't1-2-resumed');

  const form = await press(aside, again, onLeave, () => at.card(say(leaveFormTitle)));
  await show(form, 't1-2-on-leave-form');
  const fromLeave = await press(aside, form, backToQuestions, () => page(2));
  const absence = await press(aside, fromLeave, didNotAttend, () => at.card(say(absenceAskedTitle)));
  await show(absence, 't1-2-absence-asked');
  const fromAbsence = await press(aside, absence, backToQuestions, () => page(2));
  const refused = await press(aside, fromAbsence, rather, () => at.card(say(declinedTitle)));
  await show(refused, 't1-2-declined');
  const taken = await press(aside, refused, answerAfterAll, () => page(2));
  must((await chosen(taken)) === 2, 'what was filled in outlives second thoughts');
  await choose(hand, (await asked(taken)).slice(2));

  const third = await press(hand, taken, next, () => page(3));
  await choose(hand, (await asked(third)).slice(0, 2));
  // A weak class: they are asked what was weak.
  await choose(hand, (await asked(third)).slice(2), 2);
  await show(third, 't1-3');
  const fourth = await press(hand, third, next, () => page(4));
  await choose(hand, await asked(fourth));
  await show(fourth, 't1-4');
  const weak = await press(hand, fourth, next, () => page(5));
  await hand.tap(weak.getByRole('checkbox').nth(2));
  await show(weak, 't1-5-weak');
  const sixth = await press(hand, weak, next, () => page(6));
  await choose(hand, await asked(sixth));
  await show(sixth, 't1-6');
  const seventh = await press(hand, sixth, next, () => page(7));
  await choose(hand, await asked(seventh));
  await show(seventh, 't1-7');
  const own = await press(hand, seventh, next, () => page(9));
  await hand.write(own.locator('textarea'), say(plan));
  await choose(hand, await asked(own), 2);
  await show(own, 't1-9-plan');
  const last = await press(hand, own, next, () => page(10));
  await choose(hand, await asked(last));
  await hand.write(last.locator('textarea'), say(suggestion));
  await show(last, 't1-10');
  const done = await press(hand, last, finish, () => at.card(say(thanks)));
  await show(done, 't1-done');
  return done;
};

/** The second, weeks later: the plan is shown back. */
export const secondVisit = async (at: PlaygroundPage, way: Way): Promise<void> => {
  const { hand, show } = way;
  const { say, page, press } = onPages(at, way, 8);

  const first = await page(1);
  await show(first, 't2-1-invitation');
  await choose(hand, await asked(first), 1);
  const use = await press(hand, first, next, () => page(2));
  await choose(hand, await asked(use), 2);
  await show(use, 't2-2');
  const recalled = await press(hand, use, next, () => page(3));
  must((await recalled.textContent())?.includes(say(plan)) === true, 'the plan is shown back');
  await choose(hand, await asked(recalled), 1);
  await show(recalled, 't2-3-plan');
  const more = await press(hand, recalled, next, () => page(4));
  await hand.write(more.locator('textarea'), say(hindered));
  await show(more, 't2-4-plan-more');
  const growth = await press(hand, more, next, () => page(5));
  await choose(hand, await asked(growth));
  await show(growth, 't2-5');
  const conditions = await press(hand, growth, next, () => page(6));
  await hand.tap(conditions.getByRole('checkbox').nth(1));
  await show(conditions, 't2-6');
  const outlook = await press(hand, conditions, next, () => page(7));
  await pick(at, hand, outlook.getByRole('combobox'), 6);
  await choose(hand, await asked(outlook));
  await show(outlook, 't2-7');
  const last = await press(hand, outlook, next, () => page(8));
  await pick(at, hand, last.getByRole('combobox').first(), 8);
  await choose(hand, await asked(last));
  await show(last, 't2-8');
  await show(await press(hand, last, finish, () => at.card(say(thanks))), 't2-done');
};
