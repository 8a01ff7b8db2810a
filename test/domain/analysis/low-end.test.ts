import { describe, expect, it } from 'vitest';
import { disclose } from '../../../src/domain/analysis/disclosure.ts';
import { insidersAmong } from '../../../src/domain/analysis/low-end.ts';
import { addTallies, emptyTally, type Tally, tallyAnswer } from '../../../src/domain/analysis/tally.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { same } from '../../../src/domain/kernel/text.ts';
import type { Answer } from '../../../src/domain/questionnaires/answers.ts';
import { type Item, itemsById, itemsOf } from '../../../src/domain/questionnaires/questionnaire.ts';
import { guess, lowestStops, multisets, stopsOfRatings, toldOf } from '../../support/adversary.ts';
import { times } from '../../support/how-often.ts';
import { own } from '../../support/own-questionnaires.ts';
import { questionnaires } from '../../support/questionnaires.ts';

const items = questionnaires.all.flatMap(itemsOf);
const named = (id: string): Item => {
  const item = items.find((one) => one.id === id) ?? itemsById(own).get(id);
  if (item === undefined) throw new Error(id);
  return item;
};
const first = named('d5-aspect');
const aspects = first.type === 'choice' ? first.options : [];
const nobody = { due: 0, answered: 0, started: 0, declined: 0, excused: 0 };
const range = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
const below =
  (fair: number) =>
  (answer: Answer): boolean =>
    Number(answer) < fair;
const chose =
  (option: string) =>
  (answer: Answer): boolean =>
    [answer].flat().includes(option);
/** Every set of one or more of these. */
const somesOf = (options: readonly string[]): string[][] =>
  range(1, 2 ** options.length - 1).map((bits) => options.filter((_, at) => (bits >> at) % 2 === 1));

/** What each kind of question can be answered, and what nobody may be known to have answered. */
const kinds: readonly {
  readonly name: string;
  readonly item: Item;
  readonly answers: readonly Answer[];
  readonly accusations: readonly ((answer: Answer) => boolean)[];
  readonly upTo: number;
}[] = [
  {
    name: 'a rating',
    item: named('d5-overall'),
    answers: range(1, 5),
    accusations: [below(4)],
    upTo: 12,
  },
  {
    name: 'a rating that may not apply',
    item: named('answers'),
    answers: ['none', ...range(1, 5)],
    accusations: [(answer) => answer !== 'none' && Number(answer) < 4],
    upTo: times(7, 10),
  },
  {
    name: 'a two-sided scale',
    item: named('depth'),
    answers: range(1, 5),
    accusations: [(answer) => answer !== 3],
    upTo: 12,
  },
  {
    name: 'recommendation',
    item: named('d5-recommend'),
    answers: times(0, 1) === 0 ? [0, 3, 6, 7, 8, 9, 10] : range(0, 10),
    accusations: [below(7)],
    upTo: times(8, 10),
  },
  {
    name: 'the share applied',
    item: named('d4-share-applied'),
    answers: times(0, 1) === 0 ? [0, 10, 40, 50, 60, 100] : range(0, 100, 10),
    accusations: [below(50)],
    upTo: times(8, 10),
  },
  {
    name: 'one choice',
    item: named('d5-aspect'),
    answers: ['content', 'time', 'place', 'nothing'],
    accusations: ['content', 'time', 'place', 'nothing'].map(chose),
    upTo: 12,
  },
  {
    name: 'one choice, of which one is good to have chosen',
    item: {
      ...named('d5-aspect'),
      options: [...aspects, { id: 'fine', wording: same('fine'), good: true }],
    } as Item,
    answers: ['content', 'time', 'fine'],
    accusations: ['content', 'time'].map(chose),
    upTo: 12,
  },
  {
    name: 'several choices',
    item: named('d4-hindered'),
    answers: somesOf(['time', 'tasks', 'support']),
    accusations: ['time', 'tasks', 'support'].map(chose),
    upTo: times(8, 11),
  },
];

describe('the low end (decision 10)', () => {
  it('has the stops of the design’s table, and no lower ones are safe', () => {
    const found = range(5, 12).map(
      (n) => [n, (n <= times(6, 12) ? lowestStops : stopsOfRatings)(n, insidersAmong(n))] as const,
    );
    expect(found.map(([, { satisfied }]) => satisfied)).toEqual([2, 2, 2, 2, 2, 3, 3, 3]);
    expect(found.map(([n, { sum }]) => (sum / n).toFixed(1))).toEqual([
      '2.4',
      '2.2',
      '2.0',
      '1.9',
      '1.8',
      '2.1',
      '2.0',
      '1.9',
    ]);
    for (const [n, stops] of found) expect(stopsOfRatings(n)).toEqual(stops);
  });

  it('would give people away one step lower: the enumeration notices', () => {
    const seen = (n: number, satisfied: number, sum: number) =>
      guess({
        n,
        answers: range(1, 5),
        accusations: [below(4)],
        insiders: insidersAmong(n),
        shown: (counts) => {
          const total = counts.reduce((all, count, at) => all + count * (at + 1), 0);
          const happy = (counts[3] ?? 0) + (counts[4] ?? 0);
          return happy > satisfied ? `${counts}` : `${Math.max(total, sum)}`;
        },
      }).certain;
    for (const n of range(5, 12)) {
      const { satisfied, sum } = stopsOfRatings(n);
      expect(seen(n, satisfied, sum)).toBe(0);
      expect(seen(n, satisfied - 1, sum)).toBeGreaterThan(0);
      expect(seen(n, satisfied, sum - 1)).toBeGreaterThan(0);
    }
  });

  it.each(kinds)(
    'whoever sees what is told of $name, and knows the answers of insiders, is certain of nobody else',
    ({ name, item, answers, accusations, upTo }) => {
      let [looks, sets] = [0, 0];
      for (const n of range(5, upTo)) {
        const seen = guess({
          n,
          answers,
          accusations,
          insiders: insidersAmong(n),
          shown: (counts) => JSON.stringify(toldOf(item, answers, counts)),
        });
        expect(seen.certain, `${name}, ${n} people`).toBe(0);
        looks += seen.looks;
        sets += [...multisets(answers.length, n)].length;
      }
      if (times(0, 1) === 1) console.log(`${name}: ${sets} sets of 5–${upTo} answers, ${looks} looks`);
    },
  );

  it('does not tell by how many were asked “what was weak?” that all others judged badly', () => {
    // A rating, and with one that is low what was chosen after it.
    const said = ['1a', '1b', '3a', '3b', '4', '5'];
    const partOf = (one: string) => {
      const [score = '', weak] = [...one];
      return [
        ['methods@p', tallyAnswer(named('methods'), Number(score))],
        ...(weak === undefined
          ? []
          : [
              ['methods-weak@p', tallyAnswer(named('methods-weak'), [weak === 'a' ? 'variety' : 'practice'])],
            ]),
      ] as const;
    };
    const parts = said.map(partOf);
    const shown = (counts: readonly number[]): string => {
      const items = new Map<string, Tally>();
      for (const [at, count] of counts.entries())
        for (const [id, tally] of parts[at] ?? [])
          for (let one = 0; one < count; one += 1)
            items.set(`${id}`, addTallies(items.get(`${id}`) ?? emptyTally, tally as Tally));
      const { whole } = disclose(
        { whole: { completion: nobody, items }, parts: [], groups: [], reached: new Map(), comments: [] },
        own,
        defaultSettings,
      );
      return JSON.stringify(whole.items);
    };
    for (const n of range(2, times(7, 9))) {
      const seen = guess({
        n,
        answers: said,
        accusations: [(answer) => Number(`${answer}`[0]) < 4],
        insiders: insidersAmong(n),
        shown,
      });
      expect(seen.certain, `${n} people`).toBe(0);
    }
    // All told of the one, all told of the other; a stop of the one hides the other.
    expect(shown([3, 3, 0, 0, 2, 2])).toContain('"practice":3');
    expect(shown([5, 0, 0, 0, 0, 2])).toContain('"methods-weak@p":"hidden"');
    expect(shown([1, 0, 0, 0, 0, 1])).not.toContain('methods-weak');
  });

  it('tells everything above the stop, and below it no more than the stop', () => {
    const rating = named('d5-overall');
    const told = (...counts: number[]) => toldOf(rating, range(1, 5), counts);
    expect(told(0, 0, 2, 0, 3)).toMatchObject({ n: 5, sum: 21, histogram: { 3: 2, 5: 3 } });
    expect(told(3, 0, 0, 2, 0)).toEqual({ n: 5, stopped: 'scores', satisfied: 2, sum: 12, sumAtMost: true });
    expect(told(5)).toEqual(told(3, 0, 0, 2, 0));
    // The share is at its stop, the mean is not: it is told as it is.
    expect(told(0, 0, 3, 0, 2)).toEqual({ n: 5, stopped: 'scores', satisfied: 2, sum: 19 });
    expect(told(0, 0, 7, 0, 3)).toEqual({ n: 10, stopped: 'scores', satisfied: 3, sum: 36 });
  });

  it('of options tells those nearly everybody chose so far as the stop, and of the others nothing', () => {
    const told = (...counts: number[]) => toldOf(named('d5-aspect'), ['content', 'time', 'place'], counts);
    expect(told(2, 2, 1)).toMatchObject({ n: 5, histogram: { content: 2, time: 2, place: 1 } });
    expect(told(3, 1, 1)).toEqual({ n: 5, stopped: 'choices', atLeast: { content: 3 } });
    expect(told(5, 0, 0)).toEqual(told(3, 1, 1));
  });

  it('of an option that is good to have chosen tells that everybody chose it', () => {
    const good = kinds.find(({ name }) => name.includes('good'));
    const told = (...counts: number[]) => good && toldOf(good.item, good.answers, counts);
    expect(told(0, 0, 6)).toMatchObject({ n: 6, histogram: { fine: 6 } });
    expect(told(6, 0, 0)).toEqual({ n: 6, stopped: 'choices', atLeast: { content: 4 } });
  });

  it('of recommendation and of the share applied tells no worse than the stop', () => {
    expect(toldOf(named('d5-recommend'), [0, 8], [6, 0])).toEqual({
      n: 6,
      stopped: 'recommendation',
      net: -3,
    });
    expect(toldOf(named('d4-share-applied'), [0, 40], [5, 0])).toMatchObject({ satisfied: 2, sum: 150 });
  });
});
