import { afterAll, beforeAll, expect, test } from 'vitest';
import { chairs } from '../../../src/cli/demo/chairs.ts';
import { type DemoPerson, liNa, linXiao } from '../../../src/cli/demo/demo-people.ts';
import { rolesGiven } from '../../../src/cli/demo/roles-given.ts';
import { satDown, whoSits } from '../../../src/cli/demo/seat-card.ts';
import { whatWaits } from '../../../src/cli/demo/what-waits.ts';
import type { Person as Known } from '../../../src/domain/people/person.ts';
import { chairWords } from '../../../src/wording/demo-chair-words.ts';
import { byTest } from '../../support/by-test.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { t1Opens } from '../../support/selling-course.ts';

let office: OfficeUnderTest;
beforeAll(async () => {
  office = await startOffice();
  for (const { name, email } of [linXiao, liNa]) {
    await office.stores.people.appear(email, name);
    await office.person({ name, email, locale: 'en-US' });
  }
  await office.at(t1Opens);
});
afterAll(() => office?.close());

const known = async ({ email }: DemoPerson): Promise<Known> =>
  (await office.stores.people.byEmails([email]))[0] ?? expect.fail();
const chairOf = (person: DemoPerson) => chairs.find((chair) => chair.person === person) ?? expect.fail();
const shown = (reply: object): string => JSON.stringify(reply);

test('whoever was given roles since the demo began is shown with them, and not told what is refused', async () => {
  const { tryNext } = chairWords.trainee;
  const chair = chairOf(linXiao);
  expect(shown(whoSits(chair, rolesGiven(chair, await known(linXiao)), 'en'))).toContain(tryNext.en);
  await office.staff.says('角色 添加 教练 Lin Xiao');
  const given = rolesGiven(chair, await known(linXiao));
  for (const reply of [whoSits(chair, given, 'en'), satDown(chair, 0, given, 'en')]) {
    expect(shown(reply)).toContain('Demo · trainee, coach');
    expect(shown(reply)).not.toContain(tryNext.en);
  }
});

test('what a chair begins with is not told as given', async () => {
  await office.stores.people.grant((await known(liNa)).id, { role: 'trainingStaff' }, byTest);
  expect(rolesGiven(chairOf(liNa), await known(liNa))).toEqual([]);
});

test('a deputy who sits down finds for whom they stand in, as long as they do', async () => {
  const kinds = async () =>
    (await whatWaits(office.running.deps, await known(linXiao))).map(({ subject }) => subject.kind);
  expect(await kinds()).toEqual([]);
  await office.staff.says('代理 林晓 到 2026-08-20');
  await office.at('2026-08-17T10:00+08:00');
  expect(await kinds()).toEqual(['deputy']);
  await office.at('2026-08-21T10:00+08:00');
  expect(await kinds()).toEqual([]);
});
