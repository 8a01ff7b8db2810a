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

const firstPatienceMs = 5_000;
const lastPatienceMs = 80_000;

/** What the client opens over a card it closes again when something moves just then: tried again, each time with more patience. */
const withPopup = async (
  at: PlaygroundPage,
  attempt: (patience: { readonly timeout: number }) => Promise<void>,
): Promise<void> => {
  for (let timeout = firstPatienceMs; ; timeout *= 2) {
    try {
      return await attempt({ timeout });
    } catch (error) {
      if (timeout >= lastPatienceMs) throw error;
      await at.page.keyboard.press('Escape');
    }
  }
};

/** Types the beginning of somebody's name into a card's people picker and takes them from its list. */
export const pickPerson = (at: PlaygroundPage, form: Locator, typed: string, name: string): Promise<void> =>
  withPopup(at, async (patience) => {
    const picker = form.getByRole('combobox', { name: 'People Picker' });
    await picker.fill('');
    await picker.fill(typed);
    await at.page.getByRole('option', { name }).click(patience);
  });

/** Opens a date field's calendar and takes a day of the month after the one shown. */
export const pickNextMonth = (at: PlaygroundPage, field: Locator): Promise<void> =>
  withPopup(at, async (patience) => {
    await field.click(patience);
    const calendar = at.page.getByRole('dialog');
    await calendar.getByRole('button', { name: /next month/i }).click(patience);
    await calendar.getByRole('gridcell').getByText('15', { exact: true }).click(patience);
  });
