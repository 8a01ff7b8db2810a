import { describe, expect, it } from 'vitest';
import { aResult, aRound, at, code } from './samples.ts';
import { useStores } from './two-processes.ts';

describe('frozen results', () => {
  const { one, either } = useStores();

  it('come back exactly as they were frozen, whatever their keys are called', async () => {
    const result = aResult();
    await one().results.freeze(result);
    expect(await one().results.ofRound(result.round)).toEqual(result);
  });

  it('keep the points of a two-sided scale and what does not apply', async () => {
    const result = aResult({ round: aRound({ training: code('SIDES') }).id });
    const tally = { n: 1, sum: 3, sumOfSquares: 9, histogram: { 3: 1 }, positions: { 4: 1 }, none: 2 };
    const whole = { ...result.whole, items: { depth: tally } };
    await one().results.freeze({ ...result, whole });
    expect((await one().results.ofRound(result.round))?.whole.items).toEqual({ depth: tally });
  });

  it('keep the first when a revision is frozen again', async () => {
    const round = aRound({ training: code('TWICE') }).id;
    const results = Array.from({ length: 8 }, (_, n) => aResult({ round, dueDate: `2026-03-1${n}` }));
    await Promise.all(results.map((result, n) => either(n).results.freeze(result)));
    const kept = await one().results.ofRound(round);
    await one().results.freeze(aResult({ round, dueDate: '2026-12-31' }));
    expect(await one().results.ofRound(round)).toEqual(kept);
  });

  it('are read in their latest revision', async () => {
    const first = aRound({ training: code('FIRST') }).id;
    const second = aRound({ training: code('SECOND') }).id;
    const revised = aResult({ round: first, revision: 2, frozenAt: at('16T17:00') });
    await one().results.freeze(revised);
    await one().results.freeze(aResult({ round: first }));
    await one().results.freeze(aResult({ round: second }));
    expect(await one().results.ofRound(first)).toEqual(revised);
    expect(await one().results.ofRounds([second, first])).toEqual([revised, aResult({ round: second })]);
    expect(await one().results.ofRound(aRound({ training: code('NONE') }).id)).toBeUndefined();
  });

  it('may be empty', async () => {
    const nothing = {
      completion: { due: 0, answered: 0, started: 0, declined: 0, excused: 0 },
      respondents: 0,
      items: {},
    };
    const round = aRound({ training: code('EMPTY') }).id;
    const result = aResult({
      round,
      whole: nothing,
      departments: {},
      managers: {},
      groups: [],
      comments: [],
    });
    await one().results.freeze(result);
    expect(await one().results.ofRound(round)).toEqual(result);
  });
});
