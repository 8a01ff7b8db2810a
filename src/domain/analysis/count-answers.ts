import type { PersonId } from '../kernel/ids.ts';
import type { Contribution } from './contribution.ts';
import type { Comment, Completion } from './result.ts';
import { summing, type Tally } from './tally.ts';

/** The people of one department and one manager: nothing that is shown tells them apart. */
export interface CountedGroup {
  readonly department: string;
  readonly manager?: PersonId;
  readonly completion: Completion;
  /** By answer key. */
  readonly items: ReadonlyMap<string, Tally>;
}

/** What a round's people said, added up, before anybody has judged what of it may be shown; kept nowhere. */
export interface Counted {
  readonly groups: readonly CountedGroup[];
  /** How many people came to a question for comments and went past it. */
  readonly reached: ReadonlyMap<string, number>;
  readonly comments: readonly Comment[];
}

/** Adds up person by person, so that answers need not be in memory together; the order changes nothing. */
export const counting = () => {
  const groups = new Map<string, ReturnType<typeof groupOf>>();
  const reached = new Map<string, number>();
  const comments: Comment[] = [];
  return {
    add: ({ visit, completion, items, ...said }: Contribution): void => {
      const id = JSON.stringify([visit.department, visit.manager]);
      const group = groups.get(id) ?? groupOf(visit);
      groups.set(id, group);
      group.add(completion, items);
      for (const key of said.reached) reached.set(key, (reached.get(key) ?? 0) + 1);
      comments.push(...said.comments);
    },
    counted: (): Counted => ({
      groups: [...groups].sort(([one], [other]) => compare(one, other)).map(([, group]) => group.counted()),
      reached,
      // Alphabetical: the order of arrival would tell who answered first.
      comments: comments.sort((one, other) => compare(one.key, other.key) || compare(one.text, other.text)),
    }),
  };
};

const nobody: Completion = { due: 0, answered: 0, started: 0, declined: 0, excused: 0 };

const groupOf = ({ department, manager }: Contribution['visit']) => {
  let people = nobody;
  const sums = new Map<string, ReturnType<typeof summing>>();
  return {
    add: (completion: Completion, items: Contribution['items']): void => {
      people = addCompletions(people, completion);
      for (const [key, tally] of items) {
        const sum = sums.get(key) ?? summing();
        sums.set(key, sum);
        sum.add(tally);
      }
    },
    counted: (): CountedGroup => ({
      department,
      ...(manager === undefined ? {} : { manager }),
      completion: people,
      items: new Map([...sums].map(([key, sum]) => [key, sum.total()])),
    }),
  };
};

/** Completions of different people add up. */
export const addCompletions = (...all: readonly Completion[]): Completion =>
  all.reduce(
    (sum, one) => ({
      due: sum.due + one.due,
      answered: sum.answered + one.answered,
      started: sum.started + one.started,
      declined: sum.declined + one.declined,
      excused: sum.excused + one.excused,
    }),
    nobody,
  );

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
