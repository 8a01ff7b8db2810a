import { answerAll, type Opinion } from './answer-questionnaire.ts';
import type { OfficeUnderTest } from './office-under-test.ts';
import { participant, type RosterLine } from './roster-lines.ts';
import type { Person } from './teams-tenant/person.ts';

/** The course ends on Friday 2026-08-14: T1 from Monday 08-17 to 08-28, T2 from 09-04 to 09-14. */
export const sellingCourse = { start: '2026-08-13', end: '2026-08-14' } as const;
export const t1Opens = '2026-08-17T09:00+08:00';
export const t1Over = '2026-08-31T09:00+08:00';
export const t2Opens = '2026-09-04T09:00+08:00';
export const t2Over = '2026-09-15T09:00+08:00';

/** A course of so many trainees, numbered from `first`, each with the bot, its roster imported and its first round open. */
export const openCourse = async (
  office: OfficeUnderTest,
  size: number,
  changes: Partial<RosterLine> = {},
  first = 1,
): Promise<Person[]> => {
  const trainees: Person[] = [];
  const lines: RosterLine[] = [];
  for (let number = first; number < first + size; number += 1) {
    const line = participant(number, { ...sellingCourse, ...changes });
    lines.push(line);
    trainees.push(await office.person({ name: line.name, email: line.email, locale: 'en-US' }));
  }
  await office.imports(lines);
  await office.at(t1Opens);
  return trainees;
};

/** Each of them answers the newest questionnaire in their chat from the first page to the last. */
export const allAnswer = async (trainees: readonly Person[], opinion: Opinion): Promise<void> => {
  for (const trainee of trainees) await answerAll(trainee, trainee.chat.lastCard('1 of'), opinion);
};
