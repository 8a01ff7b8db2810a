import type { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import type { ResponseId, RoundId } from '../../src/domain/kernel/ids.ts';
import type { Answers } from '../../src/domain/responses/response.ts';
import { lastRevision, standingAnswers } from '../../src/domain/responses/standing-answers.ts';
import { aRound } from './samples.ts';
import { useStores } from './two-processes.ts';

interface Stored {
  _id: ResponseId;
  round: RoundId;
  cover: Buffer;
  pages: Buffer[];
}

describe('responses', () => {
  const { one, either, opened } = useStores();
  const round = aRound().id;
  const append = (
    id: string,
    page: string,
    revision: number,
    answers: Answers = {},
    complete = false,
    n = 0,
  ) =>
    either(n).responses.append({
      id: id as ResponseId,
      round,
      source: 'teams',
      page: { page, revision, answers, room: 200 },
      complete,
    });
  const read = (id: string) => one().responses.byId(id as ResponseId);
  const stored = () => opened().connection.collection('responses') as unknown as mongo.Collection<Stored>;
  const storedAs = async (id: string): Promise<Stored> => {
    const record = await stored().findOne({ _id: id as ResponseId }, { promoteBuffers: true });
    if (record === null) throw new Error(`${id} is not stored`);
    return record;
  };
  const put = (id: string, changes: Partial<Stored>) =>
    stored().updateOne({ _id: id as ResponseId }, { $set: changes });

  it('keeps of every page what was said first and what stands, and how often it was left', async () => {
    const first = { page: 'content', revision: 1, answers: { useful: 4, 'clear@p.1': 5, $odd: ['a', 'b'] } };
    const closing = { page: 'closing', revision: 1, answers: { suggestion: '谢谢' } };
    await append('all', 'content', 1, first.answers);
    await append('all', 'closing', 1, closing.answers, true);
    await append('all', 'content', 2, { useful: 2 });
    const { kind, response } = await append('all', 'content', 3, { useful: 1 });
    expect(kind).toBe('appended');
    expect(response).toEqual({
      id: 'all',
      round,
      source: 'teams',
      revisions: [first, closing, { page: 'content', revision: 3, answers: { useful: 1 } }],
      complete: true,
      withdrawn: false,
    });
    expect(await read('all')).toEqual(response);
    expect(await one().responses.byIds(['all' as ResponseId])).toEqual([response]);
  });

  it('does not grow with changes: after a hundred it is as large as after one', async () => {
    await append('large', 'content', 1);
    await append('large', 'content', 2);
    const size = (record: Stored) =>
      record.cover.length + record.pages.reduce((sum, { length }) => sum + length, 0);
    const before = size(await storedAs('large'));
    for (let revision = 3; revision <= 100; revision += 1) await append('large', 'content', revision);
    expect(size(await storedAs('large'))).toBe(before);
    expect((await read('large'))?.revisions.map(({ revision }) => revision)).toEqual([1, 100]);
  });

  it('says overtaken, and what is there, when the predecessor is not the last revision', async () => {
    await append('late', 'content', 1, { useful: 1 });
    expect(await append('late', 'content', 1, { useful: 5 })).toMatchObject({
      kind: 'overtaken',
      response: { revisions: [{ page: 'content', revision: 1, answers: { useful: 1 } }] },
    });
    expect((await append('late', 'content', 3)).kind).toBe('overtaken');
    expect((await append('late', 'closing', 2)).kind).toBe('overtaken');
    expect((await append('never-begun', 'content', 2)).kind).toBe('overtaken');
    expect(await read('never-begun')).toBeUndefined();
  });

  it('goes by what is stored, not by what somebody read before', async () => {
    const { response: known } = await append('behind', 'content', 1, { useful: 1 });
    await append('behind', 'content', 2, { useful: 2 }, false, 1);
    const page = { page: 'content', revision: 2, answers: { useful: 3 }, room: 200 };
    const pages = { id: 'behind' as ResponseId, round, source: 'teams', page, complete: false } as const;
    expect(await one().responses.append(pages, known)).toMatchObject({
      kind: 'overtaken',
      response: { revisions: [{ revision: 1 }, { revision: 2, answers: { useful: 2 } }] },
    });
    const other = { ...pages, page: { ...page, page: 'closing', revision: 1 } };
    const { kind, response } = await one().responses.append(other, known);
    expect([kind, response.revisions.length]).toEqual(['appended', 3]);
  });

  it('stores pages that were passed by once, with the page before them', async () => {
    const passed = { page: 'passed', revision: 1, answers: {}, room: 200 };
    const pages = { id: 'passing' as ResponseId, round, source: 'teams', complete: false } as const;
    const page = { page: 'content', revision: 1, answers: { useful: 1 }, room: 200 };
    await one().responses.append({ ...pages, page, passedBy: [passed] });
    await one().responses.append({ ...pages, page: { ...page, revision: 2 }, passedBy: [passed] });
    expect((await read('passing'))?.revisions.map((one) => `${one.page}#${one.revision}`)).toEqual([
      'content#1',
      'passed#1',
      'content#2',
    ]);
  });

  it('appends one of twenty first revisions of a page sent at once', async () => {
    const racing = Array.from({ length: 20 }, (_, n) =>
      append('first', 'content', 1, { useful: n }, false, n),
    );
    const kinds = (await Promise.all(racing)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'appended')).toHaveLength(1);
    expect((await read('first'))?.revisions).toHaveLength(1);
  });

  it('appends one of twenty second revisions of a page sent at once', async () => {
    await append('second', 'content', 1);
    const racing = Array.from({ length: 20 }, (_, n) => append('second', 'content', 2, {}, false, n));
    const kinds = (await Promise.all(racing)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'appended')).toHaveLength(1);
    expect((await read('second'))?.revisions).toHaveLength(2);
  });

  it('loses no page when the first revisions of different pages arrive at once', async () => {
    const pages = Array.from({ length: 10 }, (_, n) => `page-${n}`);
    const outcomes = await Promise.all(pages.map((page, n) => append('pages', page, 1, {}, false, n)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(pages.map(() => 'appended'));
    expect((await read('pages'))?.revisions.map(({ page }) => page).sort()).toEqual(pages);
  });

  it('stays withdrawn, whatever is appended after, until it is restored', async () => {
    await append('gone', 'content', 1);
    await one().responses.withdraw('gone' as ResponseId);
    expect((await append('gone', 'content', 2)).response.withdrawn).toBe(true);
    await one().responses.restore('gone' as ResponseId);
    expect((await read('gone'))?.withdrawn).toBe(false);
    await one().responses.withdraw('nobody' as ResponseId);
    expect(await read('nobody')).toBeUndefined();
  });

  it('shows nothing but its round without the secret: no answer, no page, no time, nothing a database made', async () => {
    await append('plain', 'content', 1, { useful: 3, helped: ['time'], suggestion: 'unmistakable' }, true);
    const record = await storedAs('plain');
    expect(Object.keys(record)).toEqual(['_id', 'round', 'cover', 'pages']);
    const bytes = Buffer.concat([record.cover, ...record.pages]).toString('latin1');
    for (const open of ['useful', 'helped', 'content', 'unmistakable', 'teams', 'true'])
      expect(bytes).not.toContain(open);
  });

  it('looks the same whatever was said, changed, handed in or withdrawn', async () => {
    await append('brief', 'content', 1, {});
    await append('wordy', 'content', 1, { suggestion: 'x'.repeat(150) }, true);
    await one().responses.withdraw('wordy' as ResponseId);
    const sizes = async (id: string) => {
      const { cover, pages } = await storedAs(id);
      return [cover.length, ...pages.map(({ length }) => length)];
    };
    expect(await sizes('brief')).toEqual(await sizes('wordy'));
  });

  it('refuses a revision that is no counting number', async () => {
    await expect(append('odd', 'content', 0)).rejects.toThrow(RangeError);
    await expect(append('odd', 'content', 1.5)).rejects.toThrow(RangeError);
  });

  describe('that somebody changed past the product', () => {
    const flipped = (bytes: Buffer, at: number): Buffer => {
      const other = Buffer.from(bytes);
      other[at] = (other[at] ?? 0) ^ 1;
      return other;
    };
    const two = async (id: string): Promise<Stored> => {
      await append(id, 'content', 1, { useful: 4 });
      await append(id, 'closing', 1, { suggestion: 'more' }, true);
      return storedAs(id);
    };
    const pagesOf = async (id: string) =>
      Object.fromEntries(((await read(id))?.revisions ?? []).map(({ page, answers }) => [page, answers]));

    it.each([0, 1, 12, 13, 28, 29, 60, 284])(
      'a page with one bit turned (byte %i) counts as left empty, the others as they are',
      async (at) => {
        const { pages } = await two(`bit ${at}`);
        await put(`bit ${at}`, {
          pages: pages.map((page, index) => (index === 0 ? flipped(page, at) : page)),
        });
        expect(await read(`bit ${at}`)).toMatchObject({ damaged: 1, complete: true });
        expect(await pagesOf(`bit ${at}`)).toEqual({ content: {}, closing: { suggestion: 'more' } });
      },
    );

    it('a page of somebody else opens nowhere but there', async () => {
      const [mine, theirs] = [await two('mine'), await two('theirs')];
      await put('mine', { pages: [theirs.pages[0] ?? Buffer.of(), mine.pages[1] ?? Buffer.of()] });
      expect(await read('mine')).toMatchObject({ damaged: 1 });
      expect(await pagesOf('mine')).toEqual({ content: {}, closing: { suggestion: 'more' } });
      await put('mine', { cover: theirs.cover, pages: theirs.pages });
      expect(await read('mine')).toMatchObject({ damaged: 2, revisions: [], complete: false });
    });

    it('one page in the place of another is noticed', async () => {
      const { pages } = await two('twice');
      await put('twice', { pages: pages.map(() => pages[1] ?? Buffer.of()) });
      expect(await read('twice')).toMatchObject({ damaged: 1 });
      expect(await pagesOf('twice')).toEqual({ content: {}, closing: { suggestion: 'more' } });
    });

    it('an older revision that is put back counts nowhere', async () => {
      const before = await two('older');
      await append('older', 'content', 2, { useful: 1 });
      const now = await storedAs('older');
      const [first] = before.pages;
      await put('older', { pages: now.pages.map((page, index) => (index === 2 ? (first ?? page) : page)) });
      expect(await read('older')).toMatchObject({ damaged: 1 });
      expect(standingAnswers(await read('older'))).toEqual({ suggestion: 'more' });
      await put('older', { pages: now.pages.slice(0, 2) });
      expect(await read('older')).toMatchObject({ damaged: 1 });
      expect(standingAnswers(await read('older'))).toEqual({ suggestion: 'more' });
      await put('older', { pages: now.pages, cover: before.cover });
      expect(await read('older')).toMatchObject({ damaged: 3, revisions: [] });
    });

    it.each<[string, (stored: Stored) => object]>([
      ['a page cut off', ({ pages }) => ({ pages: pages.map((page) => page.subarray(0, 40)) })],
      ['nothing left of a page', ({ pages }) => ({ pages: pages.map(() => Buffer.of()) })],
      ['no pages', () => ({ pages: [] })],
      ['a text for pages', () => ({ pages: 'none' })],
      ['a cover cut off', ({ cover }) => ({ cover: cover.subarray(0, 20) })],
      ['a text for a cover', () => ({ cover: 'none' })],
      ['something that is not sealed', () => ({ revisions: [{ page: 'content', answers: [] }] })],
    ])('%s is noticed, and the person can go on', async (_, changes) => {
      const id = `odd ${_}`;
      await put(id, changes(await two(id)) as Partial<Stored>);
      const damaged = await read(id);
      expect(damaged?.damaged).toBeGreaterThan(0);
      for (const page of ['content', 'closing']) {
        const revision = (lastRevision(await read(id), page)?.revision ?? 0) + 1;
        expect((await append(id, page, revision, { again: page })).kind).toBe('appended');
      }
      const mended = await read(id);
      expect(mended?.damaged).toBeUndefined();
      expect(standingAnswers(mended)).toMatchObject({ again: 'closing' });
    });

    it('a response moved to another round, or to another id, opens no more', async () => {
      const { cover, pages } = await two('moved');
      await put('moved', { round: 'another' as RoundId });
      expect(await read('moved')).toMatchObject({ revisions: [], damaged: 2 });
      await stored().insertOne({ _id: 'copied' as ResponseId, round, cover, pages });
      expect(await read('copied')).toMatchObject({ revisions: [], damaged: 2 });
    });
  });
});

describe('the fingerprint of the secret', () => {
  const { one, either } = useStores();

  it('is the first one kept, whoever else starts', async () => {
    const kept = await Promise.all(
      ['a', 'b', 'c', 'd'].map((print, n) => either(n).secretFingerprint.keep(print)),
    );
    expect(new Set(kept).size).toBe(1);
    expect(await one().secretFingerprint.keep('another')).toBe(kept[0]);
  });
});
