import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { versionOf } from '../../src/store/migrations/migration.ts';
import { releases } from '../../src/store/migrations/releases.ts';
import { answerAll, rating } from '../support/answer-questionnaire.ts';
import { readKeptFigures } from '../support/kept-office.ts';
import { type StartedKeptOffice, startKeptOffice } from '../support/start-kept-office.ts';
import type { SeenCard } from '../support/teams-tenant/chat.ts';

// One story, told in order, on a database that an earlier product left in the middle of its work: the version before this one,
// and the last without migrations.

/** The figures of a card, line by line: what a later version words otherwise still has to say the same numbers. */
const figuresIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.match(/\d+(?:[.:]\d+)*\s?%?/g) ?? []);

/**
 * Told otherwise now: figures so low that they would say what each of seven people answered, how far few people are while
 * their round is open, and who of a closed round has an account today.
 */
const toldOtherwise = [
  /^(mean|均分) .*\b0%.* 7 .*$/gm,
  /(Back at work · open · answered|培训效果回访 · 进行中 · 完成) 22%/g,
  /^(Started\n2\nAnswered|已开始填\n2\n已填完)\n2$/gm,
  /^(Have a Teams account\n8\nCan be reached|有 Teams 账号\n8\n联系得上)\n7\n(?=(Delivered|已送达)\n8\n(Started|已开始填)\n7)/gm,
];
const stillTold = (texts: readonly string[]): string[] =>
  figuresIn(
    toldOtherwise.reduce((text, pattern) => text.replaceAll(pattern, ''), texts.join('\n')).split('\n'),
  );

/** Whether all of these come in this order, whatever stands between them. */
const inOrder = (wanted: readonly string[], within: readonly string[]): boolean => {
  let next = 0;
  for (const figure of within) if (figure === wanted[next]) next += 1;
  return next === wanted.length;
};

describe.each(['94b4293', '1226a1e'])('a database that %s left', (commit) => {
  let old: StartedKeptOffice;

  beforeAll(async () => {
    old = await startKeptOffice(commit);
  });
  afterAll(async () => {
    await old?.close();
  });

  test.each(readKeptFigures(commit))('$said says the same figures as before ($locale, $by)', async (told) => {
    const person = old.who(told.by);
    person.locale = told.locale;
    const before = person.chat.cards.length;
    await person.says(told.said);
    const now = person.chat.cards.at(before)?.texts ?? [];
    const wanted = stillTold(told.card);
    expect(wanted.length).toBeGreaterThan(3);
    expect(inOrder(wanted, figuresIn(now)), `${told.card.join(' | ')}\n\n${now.join(' | ')}`).toBe(true);
  });

  test('a database of that time is brought to the current version when the product starts on it', async () => {
    const record = await old.office.running.office.database.collection('schema').findOne();
    const { version, oldest } = versionOf(releases);
    expect(record).toMatchObject({ version, oldest, cleared: oldest });
  });

  test('what may not be shown is not kept of the results of that time: no part of fewer than five, no low answers', async () => {
    const database = old.office.running.office.database;
    const everything = async (name: string) =>
      JSON.stringify(await database.collection(name).find().sort({ _id: 1 }).toArray());
    for (const name of ['results', 'resultparts']) {
      for (const [, n] of (await everything(name)).matchAll(/"value":\{[^}]*"n":(\d+)/g))
        expect(Number(n), name).toBeGreaterThanOrEqual(5);
    }
    const [result] = await database.collection('results').find().toArray();
    // The ledger still says who took part, so that people are told apart over the rounds of that time, too.
    expect(result?.whole.people).toBeGreaterThanOrEqual(5);
    expect(result?.whole.roll.length()).toBe(6 * result?.whole.people);
    expect(Object.keys(result ?? {})).not.toEqual(
      expect.arrayContaining(['departments', 'groups', 'comments']),
    );
    expect(await everything('issues')).not.toMatch(/"satisfaction":0[,}]/);
    expect(await everything('issues')).toContain('"atMost":{"satisfied":2');
  });

  test('the trainings of that time are found by their course, which nobody had stored so that it could be', async () => {
    const staff = old.who('staff');
    await staff.says('/status 客户沟通 selling WELL');
    expect(staff.chat.lastCard().text).toContain('SALES-26');
  });

  const answers = async (short: string, card: SeenCard | undefined): Promise<void> => {
    const done = await answerAll(old.who(short), card, rating(4, { 'd3-venue': '2' }));
    expect(done.text).toMatch(/谢谢|Thank you/);
  };
  const opened = async (short: string, about: string): Promise<SeenCard | undefined> =>
    (await old.who(short).presses(old.who(short).chat.lastCard(about), 'open-visit')).card;

  test('what was on its way comes: once, and again only what nobody knows to have come', async () => {
    const reached = ['p18', 'p19', 'p20'].map(old.who);
    const cut = old.who('p3');
    const before = [...reached, cut].map(({ chat }) => chat.cards.length);
    for (const moment of ['15:01', '15:02', '15:03', '21:01', '21:02']) {
      await old.office.at(`2026-09-09T${moment}+08:00`);
    }
    const now = [...reached, cut].map(({ chat }) => chat.cards.length);
    expect(now.map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 1, 1]);
  });

  test('whoever was part-way goes on where they were, on the card they had or on the newest', async () => {
    await answers('p13', old.who('p13').chat.lastCard('第 2 页'));
    const again = await opened('p14', 'Law for all');
    expect(again?.text).toContain('3 of 4');
    await answers('p14', again);
    await answers('p18', await opened('p18', 'Law for all'));
  });

  test('what was said before stands: an excuse can be taken back, and the answers are there again', async () => {
    const p15 = old.who('p15');
    const back = (await p15.presses(p15.chat.lastCard(), 'attended')).card;
    expect(back?.text).toContain('第 2 页');
    await answers('p15', back);
  });

  test('who put it off is asked again when they said', async () => {
    const leave = old.who('p17');
    const before = leave.chat.cards.length;
    await old.office.at('2026-09-11T09:00+08:00');
    expect(leave.chat.cards).toHaveLength(before);
    await old.office.at('2026-09-14T09:00+08:00');
    expect(leave.chat.cards).toHaveLength(before + 1);
  });

  test('an improvement begun before is finished, and the card in the channel says so in its place', async () => {
    const result = old.channel.lastCard('初步印象');
    expect(result.text).toContain('罗强 · 进行中');
    const luo = old.who('luo');
    await luo.presses(luo.chat.lastCard('改进'), 'improvement-done', { inputs: { comment: '换好了' } });
    await old.office.at('2026-09-14T10:00+08:00');
    const now = old.channel.cardOf(result.message);
    expect(now.text).toContain('罗强 · 已完成');
    expect(inOrder(figuresIn(result.texts), figuresIn(now.texts))).toBe(true);
  });

  test('the open rounds close on their day, and their results count what was answered before and after', async () => {
    await old.office.at('2026-09-15T09:00+08:00');
    expect(old.channel.lastCard(/效果回访.*\nSelling/).text).toContain('2 / 9');
    await old.office.at('2026-09-17T09:00+08:00');
    expect(old.channel.lastCard(/初步印象.*\n合规入门/).text).toContain('8 / 13');
  });

  test('what was only planned opens', async () => {
    const before = old.who('p9').chat.cards.length;
    await old.office.at('2026-09-23T09:00+08:00');
    expect(old.who('p9').chat.cards).toHaveLength(before + 1);
  });

  test('nobody got anything unseemly, and nothing went wrong', () => {
    expect(old.office.tenant.complaints).toEqual([]);
    expect(old.office.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  });
});
