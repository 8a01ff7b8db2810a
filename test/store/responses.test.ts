import { describe, expect, it } from 'vitest';
import type { ResponseId } from '../../src/domain/kernel/ids.ts';
import type { Answers } from '../../src/domain/responses/response.ts';
import { aRound } from './samples.ts';
import { useStores } from './two-processes.ts';

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
  ) => either(n).responses.append(id as ResponseId, round, 'teams', { page, revision, answers }, complete);

  it('keeps every revision of every page as it was left', async () => {
    await append('all', 'content', 1, { useful: 4, 'clear@p.1': 5, $odd: ['a', 'b'] });
    await append('all', 'closing', 1, { suggestion: '谢谢' }, true);
    const { kind, response } = await append('all', 'content', 2, { useful: 2 });
    expect(kind).toBe('appended');
    expect(response).toEqual({
      id: 'all',
      round,
      source: 'teams',
      revisions: [
        { page: 'content', revision: 1, answers: { useful: 4, 'clear@p.1': 5, $odd: ['a', 'b'] } },
        { page: 'closing', revision: 1, answers: { suggestion: '谢谢' } },
        { page: 'content', revision: 2, answers: { useful: 2 } },
      ],
      complete: true,
      withdrawn: false,
    });
    expect(await one().responses.byId('all' as ResponseId)).toEqual(response);
    expect(await one().responses.byIds(['all' as ResponseId])).toEqual([response]);
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
    expect(await one().responses.byId('never-begun' as ResponseId)).toBeUndefined();
  });

  it('appends one of twenty first revisions of a page sent at once', async () => {
    const racing = Array.from({ length: 20 }, (_, n) =>
      append('first', 'content', 1, { useful: n }, false, n),
    );
    const kinds = (await Promise.all(racing)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'appended')).toHaveLength(1);
    expect((await one().responses.byId('first' as ResponseId))?.revisions).toHaveLength(1);
  });

  it('appends one of twenty second revisions of a page sent at once', async () => {
    await append('second', 'content', 1);
    const racing = Array.from({ length: 20 }, (_, n) => append('second', 'content', 2, {}, false, n));
    const kinds = (await Promise.all(racing)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'appended')).toHaveLength(1);
    expect((await one().responses.byId('second' as ResponseId))?.revisions).toHaveLength(2);
  });

  it('loses no page when the first revisions of different pages arrive at once', async () => {
    const pages = Array.from({ length: 10 }, (_, n) => `page-${n}`);
    const outcomes = await Promise.all(pages.map((page, n) => append('pages', page, 1, {}, false, n)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(pages.map(() => 'appended'));
    const kept = await one().responses.byId('pages' as ResponseId);
    expect(kept?.revisions.map(({ page }) => page).sort()).toEqual(pages);
  });

  it('stays withdrawn, whatever is appended after, until it is restored', async () => {
    await append('gone', 'content', 1);
    await one().responses.withdraw('gone' as ResponseId);
    expect((await append('gone', 'content', 2)).response.withdrawn).toBe(true);
    await one().responses.restore('gone' as ResponseId);
    expect((await one().responses.byId('gone' as ResponseId))?.withdrawn).toBe(false);
  });

  it('holds no time and no id made by a database', async () => {
    await append('plain', 'content', 1, { useful: 3, helped: ['time'], suggestion: 'ok' }, true);
    const document = await opened().connection.collection('responses').findOne({ round });
    const kinds = new Set<string>();
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === 'object' && value !== null) {
        kinds.add(Object.getPrototypeOf(value)?.constructor?.name ?? 'none');
        Object.values(value).forEach(walk);
      }
    };
    walk(document);
    expect([...kinds]).toEqual(['Object']);
    expect(Object.keys(document ?? {}).sort()).toEqual(
      ['_id', 'complete', 'revisions', 'round', 'source', 'withdrawn'].sort(),
    );
  });

  it('refuses a revision that is no counting number', async () => {
    await expect(append('odd', 'content', 0)).rejects.toThrow(RangeError);
    await expect(append('odd', 'content', 1.5)).rejects.toThrow(RangeError);
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
