import { describe, expect, it } from 'vitest';
import { findChromium } from '../support/find-chromium.ts';
import { inPlayground } from '../support/in-playground.ts';
import type { PlaygroundPage } from '../support/playground-page.ts';
import { answerPage, moveOnUntil, pickNextMonth } from '../support/playground-steps.ts';

const chromiumPath = findChromium();
const required = process.env.REQUIRE_CHROMIUM === '1';
const results = '回访结果 Results';

if (chromiumPath === undefined) {
  const title =
    'no Chromium found, so the journey through the Agents Playground did not run (install one, or name it in CHROMIUM_PATH)';
  if (required) it(title, () => expect(chromiumPath).toBeDefined());
  else {
    console.warn(title);
    it.skip(title, () => {});
  }
} else {
  describe('the whole story in the Agents Playground', { timeout: 180_000 }, () => {
    it('goes from the first question to the quarter’s report, in English', () =>
      inPlayground('en', { chromiumPath }, async (at) => {
        await fillInWithSecondThoughts(at);
        await moveOnUntil(at, 'is closed and counted');

        await at.openChannel(results);
        const result = await at.card('Follow-up result');
        await result.getByRole('img', { name: /^Content, \d/ }).waitFor();
        expect(await result.textContent()).toContain('6 of 6 people');
        await result.getByRole('button', { name: 'Assign' }).first().click();

        await at.openChat();
        const form = await at.card('Who will improve this?');
        await form.getByRole('combobox', { name: 'People Picker' }).fill('Lin');
        await at.page.getByRole('option', { name: '林晓 Lin Xiao' }).click();
        await form.locator('textarea').fill('An hour of practice with our own cases');
        await pickNextMonth(at, form.getByPlaceholder('Select a date...'));
        await form.getByRole('button', { name: 'Assign' }).click();
        await at.sees('Given to 林晓 Lin Xiao');

        const assigned = await at.card('Something for you to improve');
        expect(await assigned.textContent()).toContain('An hour of practice with our own cases');
        await assigned.getByRole('button', { name: 'Started' }).click();
        const started = await at.card('This improvement is under way');
        await started.locator('textarea').fill('Two cases are ready');
        await started.getByRole('button', { name: 'Done' }).click();
        const done = await at.card('This improvement is done');
        expect(await done.textContent()).toContain('Two cases are ready');

        await at.openChannel(results);
        const settled = await at.card(/林晓 Lin Xiao · done · due/);
        expect(await settled.textContent()).toContain('Follow-up result');

        await at.openChat();
        await at.say('/report Q3');
        const report = await at.card('Training follow-up, Q3 2026');
        expect(await report.textContent()).toContain('0 open · 1 done · 0 overdue');
      }));

    it('speaks Chinese to whoever reads Chinese', () =>
      inPlayground('zh', { chromiumPath }, async (at) => {
        const page = await at.card('第 1 页，共 4 页');
        await answerPage(page, { leaveOpen: 1 });
        await page.getByRole('button', { name: '下一页' }).click();
        await at.sees('还差 1 题，选好再点一次就行。您填的都还在。');
        await moveOnUntil(at, '这一轮已截止并汇总');
        await at.openChannel(results);
        const result = await at.card('回访结果 · ');
        await result.getByRole('button', { name: '指定负责人' }).first().waitFor();
        await at.openChat();
        await at.say('报告 第三季度');
        await at.card('2026 年第三季度培训回访报告');
      }));
  });
}

/** One page with a gap, one step back, then to the end. */
const fillInWithSecondThoughts = async (at: PlaygroundPage): Promise<void> => {
  const first = await at.card('page 1 of 4');
  await answerPage(first, { leaveOpen: 1 });
  await first.getByRole('button', { name: 'Next' }).click();
  await at.sees('One question is still open. What you chose is still here.');
  expect(await first.getByRole('radio', { checked: true }).count()).toBe(4);
  await answerPage(first);
  await first.getByRole('button', { name: 'Next' }).click();
  await (await at.card('page 2 of 4')).getByRole('button', { name: 'Back' }).click();
  const again = await at.card('page 1 of 4');
  expect(await again.getByRole('radio', { checked: true }).count()).toBe(5);
  for (const number of [1, 2, 3, 4]) {
    const card = await at.card(`page ${number} of 4`);
    await answerPage(card);
    await card.getByRole('button', { name: number < 4 ? 'Next' : 'Finish' }).click();
  }
  const closing = await at.card('Thank you, that is everything');
  expect(await closing.textContent()).toContain('Who can see what');
};
