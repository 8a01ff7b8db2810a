import { afterEach, describe, expect, it } from 'vitest';
import { UnusableQuestionnaires } from '../../src/documents/questionnaires/unusable-questionnaires.ts';
import type { Result } from '../../src/domain/analysis/result.ts';
import { roundId, type TrainingCode } from '../../src/domain/kernel/ids.ts';
import { openTestDatabase } from '../support/database.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { changed, ownFile, publishedFolder } from '../support/own-questionnaires.ts';
import { openCourse, t1Opens, t1Over } from '../support/selling-course.ts';
import type { SeenCard } from '../support/teams-tenant/chat.ts';
import type { Person } from '../support/teams-tenant/person.ts';

let office: OfficeUnderTest | undefined;
afterEach(async () => {
  expect(office?.tenant.complaints ?? []).toEqual([]);
  await office?.close();
  office = undefined;
});

/** Inputs of the page by the question’s id, whoever it is about. */
const inputOf = (card: SeenCard, item: string) => card.inputs.find(({ id }) => id.split('@')[0] === item);
const filled = (card: SeenCard, answers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(answers).map(([item, value]) => {
      const input = inputOf(card, item);
      if (input === undefined) throw new Error(`${item} is not asked here: ${card.text}`);
      return [input.id, value];
    }),
  );
const page = (card: SeenCard | undefined): string =>
  /page (\d+ of \d+)/.exec(card?.text ?? '')?.[1] ?? 'none';

const round = roundId('SALES-26' as TrainingCode, 'T1', 1);

const asked = async (people = 1): Promise<[Person, ...Person[]]> => {
  office = await startOffice({ questionnairesFolder: publishedFolder({ 'own-t1.v1.yaml': ownFile }) });
  const [first, ...others] = await openCourse(office, people);
  if (first === undefined) throw new Error('nobody');
  return [first, ...others];
};
/** The round’s result, once it has closed. */
const frozen = async (): Promise<Result> => {
  await office?.at(t1Over);
  const result = await office?.stores.results.ofRound(round);
  if (result === undefined) throw new Error('no result');
  return result;
};
type Answers = Readonly<Record<string, string>>;
const answers = async (person: Person, card: SeenCard, given: Answers, verb = 'answer-page') => {
  const { card: next } = await person.presses(card, verb, { inputs: filled(card, given) });
  if (next === undefined) throw new Error('no card came back');
  return next;
};
const opened = async (person: Person, card: SeenCard): Promise<SeenCard> =>
  (await person.presses(card, 'open-visit')).card ?? expect.fail();
const content = { depth: '3', occasion: 'none-yet', answers: 'none' };

describe('an organisation’s own questionnaire in the chat', () => {
  it('asks what depends on earlier answers on later pages, and passes by what is left empty', async () => {
    const [trainee] = await asked();
    const first = trainee.chat.lastCard('page 1');
    expect(page(first)).toBe('1 of 6');
    expect(inputOf(first, 'answers')?.choices.at(-1)).toEqual({ title: 'Nobody asked', value: 'none' });
    const second = await answers(trainee, first, content);
    expect(page(second)).toBe('2 of 6');
    // Content was just right, nobody asked, no occasion: with good methods there is nothing on 3 and 4.
    const plan = await answers(trainee, second, { methods: '5' });
    expect(page(plan)).toBe('5 of 6');
    expect(plan.text).toContain('only you will see this');
    const last = await answers(trainee, plan, { plan: 'Try it on Monday', 'plan-by': 'week' });
    expect(page(last)).toBe('6 of 6');
    expect((await answers(trainee, last, { overall: '4' })).text).toContain('Thank you');
  });

  it('asks again what an answer changed afterwards calls for, and takes it before it is handed in', async () => {
    const [trainee] = await asked();
    const first = trainee.chat.lastCard('page 1');
    const second = await answers(trainee, first, content);
    const plan = await answers(trainee, second, { methods: '5' });
    const back = await answers(trainee, plan, {}, 'answer-back');
    expect(page(back)).toBe('2 of 6');
    const weak = await answers(trainee, back, { methods: '2' });
    expect(page(weak)).toBe('3 of 6');
    // Passed over, it is asked for.
    expect(page(await answers(trainee, weak, {}))).toBe('3 of 6');
    expect(page(await answers(trainee, weak, { 'methods-weak': 'variety' }))).toBe('5 of 6');
  });

  it('leads back to what has become open meanwhile instead of handing in', async () => {
    const [trainee] = await asked();
    const second = await answers(trainee, trainee.chat.lastCard('page 1'), content);
    const plan = await answers(trainee, second, { methods: '5' });
    const teaching = await answers(trainee, plan, {}, 'answer-back');
    const last = await answers(trainee, await answers(trainee, teaching, { methods: '5' }), {});
    expect(page(last)).toBe('6 of 6');
    // On another device the methods turn out weak; here "Finish" is pressed.
    await answers(trainee, teaching, { methods: '2' });
    const open = await answers(trainee, last, { overall: '5' });
    expect(page(open)).toBe('3 of 6');
    expect(open.text).toContain('an answer; then press again');
    expect(page(await answers(trainee, open, { 'methods-weak': 'variety' }))).toBe('5 of 6');
  });

  it('reminds of what is left for this person: pages that ask nothing are neither done nor left', async () => {
    const [trainee, half] = await asked(2);
    await office?.at('2026-08-24T09:00+08:00');
    expect(trainee.chat.cards.at(-1)?.text).not.toContain('pages done');
    if (half === undefined) throw new Error('nobody');
    await answers(half, half.chat.lastCard('page 1'), { depth: '3' }, 'answer-later');
    const second = await answers(trainee, trainee.chat.lastCard('page 1'), content);
    await answers(trainee, second, { methods: '5' });
    await office?.at('2026-08-27T09:00+08:00');
    const reminder = trainee.chat.cards.at(-1)?.text;
    // Plan and satisfaction; what is passed by would make it two.
    expect(reminder).toContain('takes about 1 minute');
    expect(reminder).toContain('2 of 6 pages done');
    // Half a page is a beginning, but not a page that is done.
    const begun = half.chat.lastCard('You continue where you stopped');
    expect(begun.text).not.toContain('pages done');
    expect(begun.actions[0]?.title).toBe('Continue');
    expect(inputOf(await opened(half, begun), 'depth')?.value).toBe('3');
  });

  it('what is shown on two devices: an answer to what is asked no longer is taken and counts nowhere', async () => {
    const [trainee] = await asked();
    const first = trainee.chat.lastCard('page 1');
    const second = await answers(trainee, first, { ...content, occasion: 'had-one', depth: '5' });
    const use = await answers(trainee, second, { methods: '5' });
    expect(page(use)).toBe('4 of 6');
    // On another device the first page is changed; the old card is then handed in.
    const start = await answers(trainee, second, { methods: '5' }, 'answer-back');
    expect(page(start)).toBe('1 of 6');
    await answers(trainee, start, content);
    const after = await answers(trainee, use, { times: '7', 'too-deep': 'the theory' });
    expect(page(after)).toBe('5 of 6');
    const last = await answers(trainee, after, {});
    expect((await answers(trainee, last, { overall: '5' })).text).toContain('Thank you');
    const result = await frozen();
    expect(Object.keys(result.whole.items).sort()).toEqual(
      expect.arrayContaining(['answers', 'depth', 'overall']),
    );
    expect(result.whole.items).not.toHaveProperty('times');
    expect(result.comments).not.toHaveProperty('too-deep');
  });

  it('a page that was saved elsewhere and asks nothing any more gives way to the next', async () => {
    const [trainee] = await asked();
    const first = trainee.chat.lastCard('page 1');
    const second = await answers(trainee, first, { ...content, occasion: 'had-one' });
    const use = await answers(trainee, second, { methods: '5' });
    const teaching = await answers(trainee, use, { times: '2' }, 'answer-back');
    expect(page(teaching)).toBe('2 of 6');
    const start = await answers(trainee, teaching, { methods: '5' }, 'answer-back');
    await answers(trainee, start, content);
    expect(page(await answers(trainee, use, { times: '7' }))).toBe('5 of 6');
  });

  it('freezes direction, "nobody asked" and figures, and nothing private; the round keeps what it asked', async () => {
    const depths = [1, 3, 3, 3, 3, 4, 5];
    const trainees = await asked(depths.length);
    for (const [index, person] of trainees.entries()) {
      const depth = depths[index] ?? 0;
      const given = { depth: String(depth), occasion: 'had-one', answers: index < 2 ? 'none' : '4' };
      let card = await answers(person, person.chat.lastCard('page 1'), given);
      card = await answers(person, card, { methods: '2' });
      card = await answers(person, card, { 'methods-weak': 'practice' });
      card = await answers(person, card, {
        times: '3',
        ...(depth > 3 ? { 'too-deep': `Chapter ${index}` } : {}),
      });
      card = await answers(person, card, { plan: `My secret plan ${index}`, 'plan-by': 'month' });
      card = await answers(person, card, { overall: '5' });
      expect(card.text).toContain('Thank you');
    }
    const result = await frozen();
    const { items } = result.whole;
    expect(items.depth).toMatchObject({ n: 7, sum: 25, positions: { 1: 1, 3: 4, 4: 1, 5: 1 } });
    expect(items.answers).toMatchObject({ n: 5, none: 2, histogram: { 4: 5 } });
    expect(items.times).toMatchObject({ n: 7, sum: 21 });
    // Two were asked it: too few to show what they wrote.
    expect(result.comments).toEqual({ 'too-deep': 'hidden' });
    expect(JSON.stringify(result)).not.toMatch(/plan/);
    const stored = JSON.stringify(
      await office?.running.office.database.collection('results').find().toArray(),
    );
    expect(stored).not.toContain('plan');
    const kept = await office?.stores.rounds.byId(round);
    expect(kept?.questionnaire).toBe('own-t1.1');
    expect(kept?.questionnaireDigest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a database whose rounds were asked an organisation’s questionnaire', () => {
  it('is not gone on with when that is missing or reads otherwise; and is when it is back', async () => {
    const database = await openTestDatabase();
    const place = { kind: 'server', uri: database.uri, name: database.dbName } as const;
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    const first = await startOffice({ database: place, questionnairesFolder: folder });
    await openCourse(first, 1);
    await first.close();

    const problemsWith = async (files: Readonly<Record<string, string>> | undefined) => {
      const starting = startOffice({
        at: t1Opens,
        database: place,
        tenant: first.tenant,
        ...(files === undefined ? {} : { questionnairesFolder: publishedFolder(files) }),
      });
      const refused = await starting.then(
        (running) => running.close(),
        (error: unknown) => error,
      );
      return refused instanceof UnusableQuestionnaires ? refused.problems.map(({ code }) => code) : refused;
    };
    expect(await problemsWith(undefined)).toEqual(['asked-missing']);
    // Published anew under the same version, in another folder: the round remembers what it asked.
    const otherwise = changed(ownFile, ['How deep was', 'How shallow was']);
    expect(await problemsWith({ 'own-t1.v1.yaml': otherwise })).toEqual(['asked-changed']);
    expect(await problemsWith({ 'own-t1.v1.yaml': ownFile })).toBeUndefined();
    await database.close();
  });
});
