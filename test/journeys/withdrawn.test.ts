import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RoundId } from '../../src/domain/kernel/ids.ts';
import { rating } from '../support/answer-questionnaire.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { sayAbsent } from '../support/say-absent.ts';
import { allAnswer, openCourse, sellingCourse, t1Over } from '../support/selling-course.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { Person } from '../support/teams-tenant/person.ts';

let office: OfficeUnderTest;
let channel: Channel;
let trainees: Person[];
const size = 14;

beforeEach(async () => {
  office = await startOffice();
  channel = await office.chooseChannel('结果');
  trainees = await openCourse(office, size);
  // Ten answer, one was not there, one is away, two say nothing.
  await allAnswer(trainees.slice(0, 10), rating(4));
  await sayAbsent(trainee(11), trainee(11).chat.lastCard('1 of'));
});
afterEach(async () => {
  await office?.close();
});

const trainee = (number: number): Person => {
  const person = trainees[number - 1];
  if (person === undefined) throw new Error(`no trainee ${number}`);
  return person;
};

/** The roster once more, with these marked withdrawn. */
const withdraws = async (...numbers: readonly number[]) => {
  await office.imports(
    Array.from({ length: size }, (_, index) =>
      participant(index + 1, {
        ...sellingCourse,
        ...(numbers.includes(index + 1) ? { withdrawn: 'yes' } : {}),
      }),
    ),
  );
};

const status = async (): Promise<string> => {
  await office.staff.says('/status SALES-26');
  return office.staff.chat.lastCard('Selling well').text;
};
const report = async (): Promise<string> => {
  await office.staff.says('/report Q3');
  return office.staff.chat.lastCard(/Q3 2026|第三季度/).text;
};
const round = 'SALES-26/T1/1' as RoundId;

test('who withdraws from an open round counts no longer, whether they had answered or were excused', async () => {
  expect(await report()).toContain('完成 71%');
  await withdraws(1, 11);
  const pressed = await trainee(1).presses(trainee(1).chat.lastCard(), 'change-answers');
  expect(pressed.card?.text).toContain('no longer on the list');
  expect(await report()).toContain('完成 75%');
  expect(await status()).toMatch(/应回访\n12\n(.|\n)*已填完\n9\n/);
  await withdraws(1, 2, 11);
  expect(await report()).toContain('完成 73%');
  // The second was struck off by mistake.
  await withdraws(1, 11);
  expect(await report()).toContain('完成 75%');
});

test('who withdrew before the closing counts nowhere; who does so after it, or joins, changes nothing', async () => {
  await withdraws(1, 11);
  await office.at(t1Over);
  expect(channel.lastCard().text).toContain('9 / 12');
  const frozen = await office.stores.results.ofRound(round);
  expect(frozen?.whole).toMatchObject({ completion: { due: 12, answered: 9, excused: 0 } });
  expect(frozen?.whole.items['d5-overall']).toMatchObject({ n: 9 });
  const before = [await report(), await status()];
  expect(before[1]).toMatch(/应回访\n12\n(.|\n)*已填完\n9\n/);
  await withdraws(1, 2, 3, 11, 12);
  await office.imports([participant(size + 1, sellingCourse)]);
  expect([await report(), await status()]).toEqual(before);
});
