import { describe, expect, it } from 'vitest';
import type { CountedGroup } from '../../../src/domain/analysis/count-answers.ts';
import { disclose } from '../../../src/domain/analysis/disclosure.ts';
import { insidersAmong } from '../../../src/domain/analysis/low-end.ts';
import { sumUp } from '../../../src/domain/analysis/sums.ts';
import { addTallies, emptyTally, tallyAnswer } from '../../../src/domain/analysis/tally.ts';
import { hidden } from '../../../src/domain/analysis/told.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { itemsById } from '../../../src/domain/questionnaires/questionnaire.ts';
import { multisets } from '../../support/adversary.ts';
import { cellOf, resultOf, type Trainee } from '../../support/build-round.ts';
import { times } from '../../support/how-often.ts';
import { t1 } from '../../support/questionnaires.ts';

const key = 'd5-overall';
const item = itemsById(t1).get(key);

interface Place {
  readonly department: string;
  readonly manager?: string;
  readonly size: number;
}
type World = readonly (readonly number[])[];

/** Every way in which the people of these places can have answered. */
function* worlds(places: readonly Place[], kinds: number): Generator<World> {
  const [first, ...others] = places;
  if (first === undefined) yield [];
  else
    for (const rest of worlds(others, kinds)) {
      for (const own of multisets(kinds, first.size)) yield [own, ...rest];
    }
}

/** All that is shown of such a round: the whole and every part, to whoever asks for all of them together. */
const shownOf = (places: readonly Place[], answers: readonly number[], world: World): string => {
  const groups = places.map(({ department, manager, size }, at): CountedGroup => {
    const parts = (world[at] ?? []).flatMap((count, kind) =>
      Array.from({ length: count }, () => (item && tallyAnswer(item, answers[kind] ?? 0)) ?? emptyTally),
    );
    return {
      department,
      ...(manager === undefined ? {} : { manager: manager as PersonId }),
      completion: { due: size, answered: size, started: 0, declined: 0, excused: 0 },
      items: new Map([[key, addTallies(...parts)]]),
    };
  });
  const { whole, parts } = disclose(sumUp({ groups, reached: new Map(), comments: [] }), t1, defaultSettings);
  return JSON.stringify([whole.items, parts.map(({ cell }) => cell.items)]);
};

/** Whoever sees all of it, knows the rule it is shown by, and has the answers of insiders wherever they sit. */
const certainties = (places: readonly Place[], answers: readonly number[]) => {
  const size = places.reduce((sum, place) => sum + place.size, 0);
  const own = ownAnswers(places.length, answers.length, insidersAmong(size));
  /** Of each look, one after the other: how many of the others may have been satisfied at most; −1: nobody looked so. */
  const looks = new Map<string, Int8Array>();
  let rounds = 0;
  for (const world of worlds(places, answers.length)) {
    rounds += 1;
    const text = shownOf(places, answers, world);
    const spared = looks.get(text) ?? new Int8Array(own.length * places.length).fill(-1);
    looks.set(text, spared);
    const happy = world.map((counts) => happyAmong(answers, counts));
    for (const [number, mine] of own.entries()) {
      if (!mine.every((counts, at) => counts.every((count, kind) => count <= (world[at]?.[kind] ?? 0))))
        continue;
      for (const [at, place] of places.entries()) {
        const counts = mine[at] ?? [];
        if (counts.reduce((sum, count) => sum + count, 0) === place.size) continue;
        const look = number * places.length + at;
        const others = (happy[at] ?? 0) - happyAmong(answers, counts);
        spared[look] = Math.max(spared[look] ?? -1, others);
      }
    }
  }
  let [taken, certain] = [0, 0];
  for (const spared of looks.values()) {
    for (const others of spared) {
      if (others >= 0) taken += 1;
      if (others === 0) certain += 1;
    }
  }
  return { rounds, looks: taken, certain };
};

const happyAmong = (answers: readonly number[], counts: readonly number[]): number =>
  counts.reduce((sum, count, kind) => ((answers[kind] ?? 0) >= 4 ? sum + count : sum), 0);

/** Every way in which so many insiders at most can sit and answer: how many of each kind in each place. */
const ownAnswers = (places: number, kinds: number, most: number): World[] => {
  const seats = places * kinds;
  const spread = Array.from({ length: most + 1 }, (_, n) => [...multisets(seats, n)]).flat();
  return spread.map((counts) =>
    Array.from({ length: places }, (_, at) => counts.slice(at * kinds, (at + 1) * kinds)),
  );
};

const shapes: readonly { readonly name: string; readonly places: readonly Place[] }[] = [
  {
    name: 'two departments',
    places: [
      { department: 'A', size: 6 },
      { department: 'B', size: 6 },
    ],
  },
  {
    name: 'three departments',
    places: [
      { department: 'A', size: 5 },
      { department: 'B', size: 5 },
      { department: 'C', size: 5 },
    ],
  },
  {
    name: 'a manager within a department',
    places: [
      { department: 'A', manager: 'mo', size: 6 },
      { department: 'A', size: 5 },
      { department: 'B', size: 5 },
    ],
  },
  {
    name: 'a manager across departments',
    places: [
      { department: 'A', manager: 'mo', size: 5 },
      { department: 'A', size: 5 },
      { department: 'B', manager: 'mo', size: 2 },
      { department: 'B', size: 5 },
    ],
  },
  {
    name: 'two managers across two departments',
    places: [
      { department: 'A', manager: 'mo', size: 5 },
      { department: 'A', manager: 'su', size: 5 },
      { department: 'B', manager: 'mo', size: 5 },
      { department: 'B', manager: 'su', size: 5 },
    ],
  },
  {
    name: 'a small rest',
    places: [
      { department: 'A', size: 7 },
      { department: 'B', size: 2 },
    ],
  },
];

describe('the low end of parts', () => {
  it.each(shapes.filter(({ places }) => places.length <= times(2, 4)))(
    'of $name nobody is known to have judged badly, whatever is put together of what is shown',
    ({ name, places }) => {
      // With fewer kinds of answers whoever looks would know more than anybody can.
      const { rounds, looks, certain } = certainties(places, [1, 4, 5]);
      expect(certain, name).toBe(0);
      if (times(0, 1) === 1) console.log(`${name}: ${rounds} rounds, ${looks} looks`);
    },
  );

  const people = (count: number, score: number, more: Trainee = {}): Trainee[] =>
    Array.from({ length: count }, () => ({ answers: { [key]: score }, ...more }));

  it('a department where hardly anybody is satisfied is told together with another only', () => {
    const departments = [
      ...people(6, 1, { department: 'A' }),
      ...people(9, 5, { department: 'B' }),
      ...people(9, 4, { department: 'C' }),
    ];
    const result = resultOf(departments);
    expect(result.whole.items[key]).toMatchObject({ n: 24, histogram: { 1: 6, 4: 9, 5: 9 } });
    expect(['A', 'B', 'C'].map((name) => cellOf(result, name)?.items[key] === hidden)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('where the whole is told as a limit, so is every part', () => {
    const result = resultOf([...people(6, 1, { department: 'A' }), ...people(5, 2, { department: 'B' })]);
    expect(result.whole.items[key]).toMatchObject({ stopped: 'scores', satisfied: 3 });
    expect(cellOf(result, 'A')?.items[key]).toEqual({ n: 6, stopped: 'scores', satisfied: 3 });
    expect(cellOf(result, 'B')?.items[key]).toEqual({ n: 5, stopped: 'scores', satisfied: 3 });
  });
});
