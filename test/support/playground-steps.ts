import type { Locator } from 'playwright-core';
import { type Chair, callOf, chairs } from '../../src/cli/demo/chairs.ts';
import type { Language } from '../../src/domain/kernel/text.ts';
import { type ChairName, youAre } from '../../src/wording/demo-chair-words.ts';
import { demoAs } from '../../src/wording/demo-command-words.ts';
import type { PlaygroundPage } from './playground-page.ts';

/** Chooses the second best of every question on a page of the questionnaire, but for the last few. */
export const answerPage = async (
  card: Locator,
  { leaveOpen = 0, comment = '' }: { readonly leaveOpen?: number; readonly comment?: string } = {},
): Promise<void> => {
  const questions = await card.getByRole('radiogroup').all();
  for (const question of questions.slice(0, questions.length - leaveOpen)) {
    const choices = question.getByRole('radio');
    await choices.nth((await choices.count()) - 2).check();
  }
  if (comment !== '') await card.locator('textarea').first().fill(comment);
};

const mostSteps = 12;

/** Sends `/demo next` until the bot says this; waits for each answer before asking again. */
export const moveOnUntil = async (at: PlaygroundPage, said: string): Promise<void> => {
  const answers = at.messages(/Demo time: |演示时间：/);
  for (let step = 0; step < mostSteps; step += 1) {
    const before = await answers.count();
    await at.say('/demo next');
    await answers.nth(before).waitFor();
    if ((await at.messages(said).count()) > 0) return;
  }
  throw new Error(`After ${mostSteps} steps nobody said: ${said}`);
};

/** The first chair of this name. */
export const chairNamed = (name: ChairName): Chair => {
  const chair = chairs.find((one) => one.name === name);
  if (chair === undefined) throw new Error(`no chair of a ${name}`);
  return chair;
};

/** Asks for somebody's chair and waits until the bot says whose it is. */
export const sitAs = async (at: PlaygroundPage, language: Language, chair: Chair): Promise<Locator> => {
  const said = at.messages(youAre(chair.person.called)[language]);
  const before = await said.count();
  await at.say(demoAs(callOf(chair))[language]);
  await said.nth(before).waitFor();
  return at.card(youAre(chair.person.called)[language]);
};

/** Opens a date field's calendar and takes a day of the month after the one shown. */
export const pickNextMonth = async (at: PlaygroundPage, field: Locator): Promise<void> => {
  await field.click();
  const calendar = at.page.getByRole('dialog');
  await calendar.getByRole('button', { name: /next month/i }).click();
  await calendar.getByRole('gridcell').getByText('15', { exact: true }).click();
};
