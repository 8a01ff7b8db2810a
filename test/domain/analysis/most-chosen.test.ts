import { describe, expect, it } from 'vitest';
import { mostChosen } from '../../../src/domain/analysis/most-chosen.ts';
import { hidden } from '../../../src/domain/analysis/told.ts';
import { isOverall } from '../../../src/domain/questionnaires/questionnaire.ts';
import { resultOf } from '../../support/build-round.ts';
import { questionnaires, t1 } from '../../support/questionnaires.ts';

const aspect = questionnaires.item('t1.1', 'd5-aspect');
const overall = t1.pages.flatMap(({ items }) => items).find(isOverall);
if (aspect?.type !== 'choice' || overall === undefined) throw new Error('T1 asks what to improve first');
const nameOf = (option: number) => aspect.options[option]?.id;

/** What is told of so many people who each chose one of these. */
const toldOf = (...chosen: readonly string[]) => {
  const { whole } = resultOf(chosen.map((one) => ({ answers: { 'd5-aspect': one } })));
  const told = whole.items['d5-aspect'];
  return told === undefined || told === hidden ? told : mostChosen(aspect, told);
};
const times = (count: number, option: string) => Array.from({ length: count }, () => option);

describe('what most people chose', () => {
  it('is told with how many they were, the most frequent first, two at most', () => {
    const most = toldOf(...times(2, 'content'), ...times(4, 'time'), ...times(3, 'place'));
    expect(most).toMatchObject({ n: 9 });
    expect(most).not.toHaveProperty('atLeast');
    expect(
      typeof most === 'object' && most.chosen.map(({ option, times: often }) => [nameOf(option), often]),
    ).toEqual([
      ['time', 4],
      ['place', 3],
    ]);
  });

  it('nothing is told of fewer than five', () => {
    expect(toldOf(...times(4, 'time'))).toBe(hidden);
  });

  it('of what everybody or nearly everybody chose only "at least" is told, the same whether it was everybody', () => {
    const all = toldOf(...times(6, 'instructor'));
    expect(all).toMatchObject({ n: 6, atLeast: true, chosen: [{ times: 4 }] });
    expect(toldOf(...times(5, 'instructor'), 'time')).toEqual(all);
    expect(toldOf(...times(4, 'instructor'), 'time', 'place')).toEqual(all);
  });

  it('of a question without options there is nothing of it', () => {
    const { whole } = resultOf(Array.from({ length: 6 }, () => ({ answers: { [overall.id]: 4 } })));
    const told = whole.items[overall.id];
    expect(told !== undefined && told !== hidden && mostChosen(overall, told)).toBeUndefined();
  });
});
