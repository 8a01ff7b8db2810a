import { describe, expect, it } from 'vitest';
import type { FrozenResult, Result } from '../../src/domain/analysis/result.ts';
import { aResult, aRound, at, code, person } from './samples.ts';
import { useStores } from './two-processes.ts';

const headOf = ({ parts: _parts, texts: _texts, ...head }: FrozenResult): Result => head;

describe('frozen results', () => {
  const { one, either, opened } = useStores();
  const pieces = async (name: string, round: string) =>
    opened().connection.collection(name).countDocuments({ round });

  it('come back exactly as they were frozen, whatever their keys are called', async () => {
    const result = aResult();
    await one().results.freeze(result, []);
    expect(await one().results.ofRound(result.round)).toEqual(headOf(result));
    for (const { part, cell } of result.parts) {
      expect(await one().results.cells(part, [result.round])).toEqual([{ round: result.round, part, cell }]);
    }
    expect(await one().results.comments(result.round, 'suggestion', 10)).toEqual(result.texts);
    expect(await one().results.comments(result.round, 'suggestion', 1)).toEqual(result.texts.slice(0, 1));
  });

  it('keep the first when a revision is frozen again, and nothing of the others', async () => {
    const round = aRound({ training: code('TWICE') }).id;
    const boss = { kind: 'manager', person: person('boss') } as const;
    const results = Array.from({ length: 8 }, (_, n) =>
      aResult({ round, dueDate: `2026-03-1${n}`, texts: [{ key: 'suggestion', text: `${n}` }] }),
    );
    await Promise.all(results.map((result, n) => either(n).results.freeze(result, [`mark ${n}`])));
    const kept = await one().results.ofRound(round);
    await one().results.freeze(aResult({ round, dueDate: '2026-12-31' }), ['late']);
    expect(await one().results.ofRound(round)).toEqual(kept);
    const number = kept?.dueDate.at(-1);
    expect(await one().results.comments(round, 'suggestion', 10)).toMatchObject([{ text: number }]);
    expect(await one().results.marks(round)).toEqual(new Set([`mark ${number}`]));
    expect(await one().results.cells(boss, [round])).toHaveLength(1);
    expect(await pieces('resultparts', round)).toBe(3);
    expect(await pieces('resulttexts', round)).toBe(1);
    expect(await pieces('resultmarks', round)).toBe(1);
  });

  it('are read in their latest revision; parts and what was counted stay those of the first', async () => {
    const first = aRound({ training: code('FIRST') }).id;
    const second = aRound({ training: code('SECOND') }).id;
    await one().results.freeze(aResult({ round: first }), ['a', 'b']);
    await one().results.freeze(aResult({ round: second }), []);
    const revised = aResult({
      round: first,
      revision: 2,
      frozenAt: at('16T17:00'),
      parts: [],
      texts: [{ key: 'suggestion', text: 'Late.' }],
    });
    await one().results.freeze(revised, []);
    expect(await one().results.ofRound(first)).toEqual(headOf(revised));
    expect(await one().results.ofRounds([second, first])).toEqual([
      headOf(revised),
      headOf(aResult({ round: second })),
    ]);
    const boss = { kind: 'manager', person: person('boss') } as const;
    expect((await one().results.cells(boss, [first, second])).map(({ round }) => round).sort()).toEqual([
      first,
      second,
    ]);
    expect(await one().results.marks(first)).toEqual(new Set(['a', 'b']));
    expect(await one().results.comments(first, 'suggestion', 10)).toEqual(revised.texts);
    expect(await one().results.ofRound(aRound({ training: code('NONE') }).id)).toBeUndefined();
  });

  it('may be empty', async () => {
    const completion = { due: 0, answered: 0, started: 0, declined: 0, excused: 0 };
    const round = aRound({ training: code('EMPTY') }).id;
    const result = aResult({ round, whole: { completion, items: {} }, parts: [], comments: {}, texts: [] });
    await one().results.freeze(result, []);
    expect(await one().results.ofRound(round)).toEqual(headOf(result));
    expect(await one().results.comments(round, 'suggestion', 10)).toEqual([]);
  });

  it('hold what thousands wrote at length, and keep its order', async () => {
    const round = aRound({ training: code('LONG') }).id;
    const texts = Array.from({ length: 2500 }, (_, n) => ({
      key: 'suggestion',
      text: `${String(n).padStart(5, '0')} ${'长'.repeat(900)}`,
    }));
    await one().results.freeze(
      aResult({ round, texts, comments: { suggestion: texts.length } }),
      texts.map((_, n) => `mark ${n}`),
    );
    expect(await one().results.comments(round, 'suggestion', 300)).toEqual(texts.slice(0, 300));
    expect((await one().results.marks(round))?.size).toBe(texts.length);
  });
});
