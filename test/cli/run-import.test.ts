import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Look } from '../../src/cli/look.ts';
import { type ImportOffice, runImport } from '../../src/cli/run-import.ts';
import { finishBrokenOff, importRoster } from '../../src/domain/imports/import-roster.ts';
import { defaultSettings } from '../../src/domain/kernel/settings.ts';
import type { Language } from '../../src/domain/kernel/text.ts';
import { createWorkingCalendar } from '../../src/domain/kernel/working-calendar.ts';
import { type RosterColumn, rosterColumns } from '../../src/domain/rosters/roster-columns.ts';
import { importOutlook } from '../../src/domain/sequels/import-outlook.ts';
import { questionnaires } from '../support/questionnaires.ts';
import { rosterLine } from '../support/roster-lines.ts';
import { useTestStores } from '../support/use-test-stores.ts';

const stores = useTestStores();
const fixture = (name: string): string => join(import.meta.dirname, '..', 'fixtures', name);
const clock = { now: () => new Date('2026-11-21T02:00:00Z') };
const calendar = createWorkingCalendar('CN');
const deps = () => ({ ...stores(), clock, settings: defaultSettings, calendar, questionnaires });

const run = async (argv: readonly string[], language: Language = 'en') => {
  const printed: string[] = [];
  const calls = { opened: 0, closed: 0 };
  const openOffice = async (): Promise<ImportOffice> => {
    calls.opened += 1;
    return {
      outlook: (rows) => importOutlook(deps(), rows, stores()),
      importRoster: (rows, fileName, begunBy, tell) =>
        importRoster({ ...stores(), clock }, { rows, fileName, begunBy }, async () => {}, tell),
      undoImport: async () => ({ kind: 'none' }),
      finishBrokenOff: (rows) => finishBrokenOff({ ...stores(), clock }, rows, async () => {}),
      rememberHeadings: (shape, meanings) => stores().headingMemory.remember(shape, meanings, clock.now()),
      close: async () => {
        calls.closed += 1;
      },
    };
  };
  const openLook = async (): Promise<Look> => ({
    compares: false,
    outlook: (rows) => importOutlook(deps(), rows),
    close: async () => {
      calls.closed += 1;
    },
  });
  const print = (line: string) => void printed.push(line);
  const progress = (done: number, of: number) => void printed.push(`${done}/${of}`);
  const code = await runImport(argv, {
    ...{ openOffice, openLook, progress, print, language },
    recall: stores().headingMemory.recall,
    timeZone: 'Asia/Shanghai',
  });
  return { code, text: printed.join('\n'), ...calls };
};

test('a file with slips is listed, line by line, and nothing is imported', async () => {
  const { code, text, opened } = await run([fixture('roster-with-slips.csv')]);
  expect(code).toBe(1);
  expect(opened).toBe(0);
  expect(text).toMatchInlineSnapshot(`
    "These columns are not used: remark. If one of them is misspelt, correct it and import again.
    Line  Column  Content          What is wrong                             What would be right
    ────  ──────  ───────────────  ────────────────────────────────────────  ──────────────────────────────
    3     email   han.mei@contoso  not an e-mail address                     for example li.wei@example.com
    4     start   8/11/2026        may be 8 November 2026 or 11 August 2026  write 2026-11-08 or 2026-08-11

    2 problems on 2 lines. Nothing was imported. Correct them and import again, or leave these lines out with --skip-bad."
  `);
  expect(await stores().trainings.all()).toEqual([]);
});

test('asked to skip bad lines, it imports the others', async () => {
  const { code, text, opened, closed } = await run(['--skip-bad', fixture('roster-with-slips.csv')]);
  expect({ code, opened, closed }).toEqual({ code: 0, opened: 1, closed: 1 });
  expect(text).toContain('2 lines left out.');
  expect(text).toContain('Participants: 1 new, 0 changed, 0 as before');
  const [training] = await stores().trainings.all();
  expect(training).toMatchObject({
    code: 'SALES-26',
    title: 'Selling well, autumn run',
    timeZone: 'Asia/Shanghai',
    instructorEmails: ['ines@contoso.example', 'tom@contoso.example'],
  });
});

test('a file as Excel in Chinese saves it is imported, and told of in Chinese', async () => {
  const { code, text } = await run([fixture('roster-from-chinese-excel.csv')], 'zh');
  expect(code).toBe(0);
  expect(text).toMatchInlineSnapshot(`
    "这份花名册导入后：
      培训：新增 1，更新 0，未变 0
      学员：新增 2，更新 0，未变 0
      人员：共 4 人（含讲师和上级），其中 1 人第一次出现
    第一份问卷最早发出的日子：
      2026年11月23日：1 个培训，1 人次
    请留意：
      1 人次按这份文件算已退出，不会再收到问卷

    0/2
    2/2
    已导入 roster-from-chinese-excel.csv（2 行）。
    培训：新增 1，更新 0，未变 0
    学员：新增 2，更新 0，未变 0"
  `);
  expect(await stores().people.named('李伟')).toMatchObject([{ email: 'li.wei@contoso.example' }]);
});

test('called wrongly, or for a file that is not there, it says how to call it', async () => {
  expect(await run([])).toMatchObject({
    code: 2,
    opened: 0,
    text: expect.stringContaining('npm run import'),
  });
  expect(await run(['a.csv', 'b.csv'])).toMatchObject({
    code: 2,
    text: expect.stringContaining('npm run import'),
  });
  expect(await run(['a.csv', '--force'])).toMatchObject({ code: 2 });
  expect(await run([fixture('no-such.csv')])).toMatchObject({
    code: 2,
    text: expect.stringContaining('no-such.csv'),
  });
});

test('what --map says a heading means goes before what it would mean', async () => {
  const { code, text } = await run(['--map', 'remark=department', fixture('roster-with-slips.csv')]);
  expect({ code, told: text.includes('department') }).toEqual({ code: 1, told: true });
  expect(text).toContain('These columns are not used: department.');
});

test('--map that says a heading or a column twice is asked about', async () => {
  const file = fixture('roster-with-slips.csv');
  for (const [one, other] of [
    ['remark=department', 'remark=name'],
    ['remark=department', 'withdrawn=department'],
  ])
    expect(await run(['--map', one ?? '', '--map', other ?? '', file])).toMatchObject({
      code: 2,
      opened: 0,
      text: expect.stringContaining(other ?? ''),
    });
  expect(await run(['--check', '--map', 'remark=-', '--map', 'withdrawn=-', file])).toMatchObject({
    code: 1,
  });
});

test('--map that names no column, or a heading that is not there, is told what there is', async () => {
  const file = fixture('roster-with-slips.csv');
  expect(await run(['--map', 'remark=colour', file])).toMatchObject({
    code: 2,
    text: expect.stringContaining('manager_email'),
  });
  expect(await run(['--map=Remarks=department', file])).toMatchObject({
    code: 1,
    opened: 0,
    text: expect.stringMatching(/Remarks.*not in the file.*training_code/u),
  });
  expect(await run(['--map', file])).toMatchObject({ code: 2 });
});

/** A good roster, with two headings nobody knows. */
const exported = async (
  inOrder: (columns: readonly RosterColumn[]) => readonly RosterColumn[],
): Promise<string> => {
  const columns = inOrder(rosterColumns.filter((column) => column !== 'training_status'));
  const line = rosterLine({ title: 'Selling well', manager_email: '' });
  const heads = columns.map(
    (column) =>
      new Map([
        ['email', 'Contact'],
        ['manager_email', 'Chief'],
      ]).get(column) ?? column,
  );
  const path = join(await mkdtemp(join(tmpdir(), 'roster-')), 'export.csv');
  await writeFile(
    path,
    [heads, columns.map((column) => line[column])].map((cells) => cells.join(',')).join('\n'),
  );
  return path;
};

test('what --map said of an imported file holds for the next one with the same headings, in any order, until something else is said', async () => {
  const file = await exported((columns) => columns);
  const map = ['--map', 'Contact=email', '--map=Chief=-'];
  expect(await run(['--check', file])).toMatchObject({ code: 1 });
  // A check remembers nothing.
  expect(await run(['--check', ...map, file])).toMatchObject({ code: 0 });
  expect(await run(['--check', file])).toMatchObject({ code: 1 });

  expect(await run([...map, file])).toMatchObject({ code: 0 });
  const moved = await exported((columns) => columns.toReversed());
  const again = await run([moved]);
  expect(again).toMatchObject({ code: 0 });
  expect(again.text).toContain(
    'As you said of a file with the same headings: “Contact” is email, “Chief” is not used.',
  );
  expect((await run([moved], 'zh')).text).toContain('“Contact”是“邮箱”、“Chief”是不用的列');

  // Said anew: the heading has another meaning from now on.
  expect(await run(['--map', 'Chief=department', '--map', 'department=nothing', moved])).toMatchObject({
    code: 1,
  });
  expect(await run(['--map', 'Chief=manager_email', moved])).toMatchObject({ code: 0 });
  expect((await run([moved])).text).toContain('“Contact” is email, “Chief” is manager_email');
  // Files with other headings are not concerned.
  expect((await run([fixture('roster-with-slips.csv')])).text).not.toContain('As you said');
});

test('a file is read as --encoding says, and an encoding nobody knows is refused', async () => {
  const file = fixture('roster-from-chinese-excel.csv');
  expect(await run(['--encoding=gb18030', file])).toMatchObject({ code: 0 });
  expect(await run(['--encoding', 'klingon', file])).toMatchObject({ code: 1, opened: 0 });
});

test('a roster in which no line is good is not imported even when bad lines are skipped', async () => {
  const { code, text, opened } = await run(['--skip-bad', fixture('../cli/run-import.test.ts')]);
  expect({ code, opened }).toEqual({ code: 1, opened: 0 });
  expect(text).toContain('Nothing was imported.');
});

test('the office is closed even when the import fails', async () => {
  let closed = false;
  const openOffice = async (): Promise<ImportOffice> => ({
    outlook: (rows) => importOutlook(deps(), rows),
    finishBrokenOff: async () => [],
    rememberHeadings: () => expect.fail('nothing was said'),
    undoImport: () => expect.fail('not asked for'),
    importRoster: async () => {
      throw new Error('the database went away');
    },
    close: async () => {
      closed = true;
    },
  });
  const openLook = () => expect.fail('not asked for');
  const around = {
    ...{ openOffice, openLook, progress: () => {}, print: () => {} },
    language: 'en' as const,
    timeZone: 'UTC',
    recall: async () => undefined,
  };
  await expect(runImport([fixture('roster-from-chinese-excel.csv')], around)).rejects.toThrow('went away');
  expect(closed).toBe(true);
});

test('asked to check, it says what would follow, opens no office and imports nothing', async () => {
  const checked = await run(['--check', fixture('roster-from-chinese-excel.csv')]);
  expect(checked).toMatchObject({ code: 0, opened: 0, closed: 1 });
  expect(checked.text).toMatchInlineSnapshot(`
    "What will follow from this roster (compared with nothing, as no database was reached: all of it counts as new):
      Trainings: 1 new, 0 changed, 0 as before
      Participants: 2 new, 0 changed, 0 as before
      People, instructors and managers included: 4, 4 of them for the first time
    First questionnaires, at the earliest on:
      23 November 2026: 1 training, 1 to be asked
    Please note:
      1 participant withdrawn by this file: they are not asked
    This was a check: nothing was imported."
  `);
  expect((await run(['--check', fixture('roster-with-slips.csv')])).code).toBe(1);
});

test('it says what will follow before it imports, and how far it is', async () => {
  const { text } = await run(['--skip-bad', fixture('roster-with-slips.csv')]);
  const order = ['What will follow', '0/1', '1/1', 'Imported'].map((part) => text.indexOf(part));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order).not.toContain(-1);
});

test('asked to take the last import back, it says what came of it, and wants no file', async () => {
  expect(await run(['--undo'])).toMatchObject({
    code: 0,
    closed: 1,
    text: 'No roster has been imported yet.',
  });
  expect(await run(['--undo', 'roster.csv'])).toMatchObject({ code: 2, opened: 0 });
});
