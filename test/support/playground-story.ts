import type { Locator } from 'playwright-core';
import type { Language, Text } from '../../src/domain/kernel/text.ts';
import {
  assignFormTitle,
  assignmentTitles,
  assignSave,
  markDone,
  markStarted,
} from '../../src/wording/improvement-words.ts';
import { thanks } from '../../src/wording/questionnaire-end-words.ts';
import { answersMissing, back, eyebrow, finish, next } from '../../src/wording/questionnaire-words.ts';
import { quarterName, reportTitle } from '../../src/wording/report-words.ts';
import { assign, instructorTitle, issueStates } from '../../src/wording/result-words.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { answerPage, moveOnUntil } from './playground-steps.ts';

export type Show = (card: Locator, name: string) => Promise<void>;

const pages = 4;
const measures: Text = {
  zh: '下期换成本部门的案例，练习加到一小时',
  en: 'Use our own cases, and an hour of practice',
};
const comments: Text = { zh: '新案例已找好两个', en: 'Two new cases are ready' };
const suggestions: Text = {
  zh: '案例可以更贴近我们的工作。',
  en: 'More cases from our own work, please.',
};
const closed: Text = { zh: '这一轮已截止并汇总', en: 'is closed and counted' };
const reports: Text = { zh: '报告 第三季度', en: '/report Q3' };

/** The demo's whole story, showing each card it meets in its liveliest state. */
export const tellStory = async (
  at: PlaygroundPage,
  language: Language,
  channel: string,
  show: Show,
): Promise<void> => {
  const say = (text: Text): string => text[language];
  const press = (card: Locator, text: Text) =>
    card
      .getByRole('button', { name: say(text), exact: true })
      .first()
      .click();

  const first = await at.card(say(eyebrow(1, pages)));
  await answerPage(first, { leaveOpen: 1 });
  await show(first, 'questionnaire');
  await press(first, next);
  await at.sees(say(answersMissing(1)));
  await show(first, 'questionnaire-missing');
  for (let page = 1; page <= pages; page += 1) {
    const card = await at.card(say(eyebrow(page, pages)));
    await answerPage(card, page === pages ? { comment: say(suggestions) } : {});
    if (page > 1) await card.getByRole('button', { name: say(back), exact: true }).waitFor();
    if (page > 1) await show(card, `questionnaire-page-${page}`);
    await press(card, page < pages ? next : finish);
  }
  await show(await at.card(say(thanks)), 'questionnaire-done');

  await moveOnUntil(at, say(closed));
  await show(await at.card(say(instructorTitle)), 'instructor-result');
  await at.openChannel(channel);
  const result = await at.card(say(assign));
  await press(result, assign);

  await at.openChat();
  const form = await at.card(say(assignFormTitle));
  await form.getByRole('combobox', { name: 'People Picker' }).fill('Lin');
  await at.page.getByRole('option', { name: '林晓 Lin Xiao' }).click();
  await form.locator('textarea').fill(say(measures));
  await show(form, 'assign-form');
  await press(form, assignSave);
  const assigned = await at.card(say(assignmentTitles.assigned));
  await show(assigned, 'assignment');
  await at.openChannel(channel);
  await show(await at.card(say(issueStates.assigned)), 'result');

  await at.openChat();
  await press(await at.card(say(assignmentTitles.assigned)), markStarted);
  const started = await at.card(say(assignmentTitles.started));
  await started.locator('textarea').fill(say(comments));
  await press(started, markDone);
  await show(await at.card(say(assignmentTitles.done)), 'assignment-done');
  await at.openChannel(channel);
  await show(await at.card(say(issueStates.done)), 'result-done');

  await at.openChat();
  await at.say(say(reports));
  await show(await at.card(say(reportTitle(quarterName(2026, 3)))), 'report');
};
