import type { PersonId } from '../kernel/ids.ts';
import { addCompletions, type Counted, type CountedGroup } from './count-answers.ts';
import type { Comment, Completion, Part } from './result.ts';
import { summing, type Tally } from './tally.ts';

/** What some of a round's people said together, all of it. */
export interface CellSums {
  readonly completion: Completion;
  /** By answer key. */
  readonly items: ReadonlyMap<string, Tally>;
}

/** People of one department and one manager, who no cell tells apart. */
export interface SumsGroup {
  readonly department: string;
  readonly manager?: PersonId;
  readonly due: number;
  /** How many of them answered, by key. */
  readonly answers: ReadonlyMap<string, number>;
  /** What they said, where it is known: of what an earlier version froze it is not. */
  readonly items?: ReadonlyMap<string, Tally>;
}

/** A round's sums of everybody and of every part, before anybody has judged what of them may be shown. */
export interface Sums {
  readonly whole: CellSums;
  readonly parts: readonly { readonly part: Part; readonly cell: CellSums }[];
  readonly groups: readonly SumsGroup[];
  readonly reached: ReadonlyMap<string, number>;
  readonly comments: readonly Comment[];
}

/** The departments and managers that somebody counts in. */
export const partsWith = ({ department, manager }: Pick<SumsGroup, 'department' | 'manager'>): Part[] => [
  { kind: 'department', department },
  ...(manager === undefined ? [] : [{ kind: 'manager' as const, person: manager }]),
];

export const nameOfPart = (part: Part): string =>
  part.kind === 'department' ? `department ${part.department}` : `manager ${part.person}`;

/** Adds up the groups of a round that was counted. */
export const sumUp = ({ groups, reached, comments }: Counted): Sums => {
  const parts = new Map<string, { readonly part: Part; readonly members: CountedGroup[] }>();
  for (const group of groups) {
    for (const part of partsWith(group)) {
      const name = nameOfPart(part);
      const known = parts.get(name) ?? { part, members: [] };
      parts.set(name, known);
      known.members.push(group);
    }
  }
  const inOrder = [...parts].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    whole: sumOf(groups),
    parts: inOrder.map(([, { part, members }]) => ({ part, cell: sumOf(members) })),
    groups: groups.map(({ completion, items, ...group }) => ({
      ...group,
      due: completion.due,
      answers: new Map([...items].map(([key, { n }]) => [key, n])),
      items,
    })),
    reached,
    comments,
  };
};

const sumOf = (groups: readonly CountedGroup[]): CellSums => {
  const sums = new Map<string, ReturnType<typeof summing>>();
  for (const [key, tally] of groups.flatMap(({ items }) => [...items])) {
    const sum = sums.get(key) ?? summing();
    sums.set(key, sum);
    sum.add(tally);
  }
  return {
    completion: addCompletions(...groups.map(({ completion }) => completion)),
    items: new Map([...sums].map(([key, sum]) => [key, sum.total()])),
  };
};
