import type { Locator } from 'playwright-core';
import type { Language, Text } from '../../src/domain/kernel/text.ts';
import { otherChairs } from '../../src/wording/demo-chair-words.ts';
import { demoWho } from '../../src/wording/demo-command-words.ts';
import {
  assignFormTitle,
  assignmentTitles,
  assignSave,
  markDone,
  markStarted,
} from '../../src/wording/improvement-words.ts';
import { thanks } from '../../src/wording/questionnaire-end-words.ts';
import { answersMissing, back, eyebrow, finish, next } from '../../src/wording/questionnaire-words.ts';
import { scopeAll, scopePeople } from '../../src/wording/report-words.ts';
import { assign, instructorTitle, issueStates } from '../../src/wording/result-words.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { answerPage, chairNamed, moveOnUntil, pickPerson, sitAs } from './playground-steps.ts';

export type Show = (card: Locator, name: string) => Promise<void>;

const pages = 10;
/** Those that somebody is asked who finds nothing weak. */
const asked = [1, 2, 3, 4, 6, 7, 9, 10];
const measures: Text = {
  zh: '下期换成本部门的案例，练习加到一小时',
  en: 'Use our own cases, and an hour of practice',
};
const comments: Text = { zh: '新案例已找好两个', en: 'Two new cases are ready' };
const suggestions: Text = {
  zh: '案例可以更贴近我们的工作。',
  en: 'More cases from our own work, please.',
};
const closed: Text = { zh: '这次回访已截止并汇总', en: 'is closed and counted' };
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
  for (const page of asked) {
    const card = await at.card(say(eyebrow(page, pages)));
    await answerPage(card, page === pages ? { comment: say(suggestions) } : {});
    if (page > 1) await card.getByRole('button', { name: say(back), exact: true }).waitFor();
    if (page > 1) await show(card, `questionnaire-page-${page}`);
    await press(card, page < pages ? next : finish);
  }
  await show(await at.card(say(thanks)), 'questionnaire-done');

  await moveOnUntil(at, say(closed));
  const instructorsChair = await sitAs(at, language, chairNamed('instructor'));
  await show(instructorsChair, 'seat-instructor');
  await show(await at.card(say(instructorTitle)), 'instructor-result');
  await show(await sitAs(at, language, chairNamed('staff')), 'seat-staff');
  await at.openChannel(channel);
  const result = await at.card(say(assign));
  await press(result, assign);

  await at.openChat();
  const form = await at.card(say(assignFormTitle));
  await pickPerson(at, form, 'Chen', chairNamed('instructor').person.name);
  await form.locator('textarea').fill(say(measures));
  await show(form, 'assign-form');
  await press(form, assignSave);
  await at.openChannel(channel);
  await show(await at.card(say(issueStates.assigned)), 'result');

  await at.openChat();
  await sitAs(at, language, chairNamed('instructor'));
  await show(await at.card(say(assignmentTitles.assigned)), 'assignment');
  await press(await at.card(say(assignmentTitles.assigned)), markStarted);
  const started = await at.card(say(assignmentTitles.started));
  await started.locator('textarea').fill(say(comments));
  await press(started, markDone);
  await show(await at.card(say(assignmentTitles.done)), 'assignment-done');
  await at.openChannel(channel);
  await show(await at.card(say(issueStates.done)), 'result-done');

  await at.openChat();
  for (const name of ['manager', 'staff'] as const) {
    await show(await sitAs(at, language, chairNamed(name)), `seat-${name}`);
    await at.say(say(reports));
    const reported = name === 'staff' ? scopeAll : scopePeople(6);
    await show(await at.card(say(reported)), name === 'staff' ? 'report' : `report-${name}`);
  }
  await show(await sitAs(at, language, chairNamed('trainee')), 'seat-trainee');
  await at.say(say(demoWho));
  await show(await at.card(say(otherChairs)), 'who');
};
