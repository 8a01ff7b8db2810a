import type { PersonId } from '../kernel/ids.ts';
import type { Settings } from '../kernel/settings.ts';
import { isPrivate, type Questionnaire } from '../questionnaires/questionnaire.ts';
import { itemIdOf } from './answer-key.ts';
import { disclose, type Shown } from './disclosure.ts';
import type { Comment } from './result.ts';
import type { CellSums, SumsGroup } from './sums.ts';

/** A result as it was frozen before, with everything that everybody said. */
export interface FrozenSums {
  readonly whole: CellSums;
  readonly departments: readonly (readonly [name: string, cell: CellSums])[];
  readonly managers: readonly (readonly [person: PersonId, cell: CellSums])[];
  readonly groups: readonly SumsGroup[];
  readonly comments: readonly Comment[];
}

/**
 * What may be kept of a result that holds more than may be shown: what would be shown of it now. How many people came to a
 * question for comments it does not say: those at least who answered something on its page or on a later one.
 */
export const discloseFrozen = (
  { departments, managers, ...frozen }: FrozenSums,
  questionnaire: Questionnaire,
  settings: Pick<Settings, 'minimumGroup'>,
): Shown =>
  disclose(
    {
      ...frozen,
      parts: [
        ...departments.map(([department, cell]) => ({
          part: { kind: 'department', department } as const,
          cell,
        })),
        ...managers.map(([person, cell]) => ({ part: { kind: 'manager', person } as const, cell })),
      ],
      reached: reachedAtLeast(frozen, questionnaire),
    },
    questionnaire,
    settings,
  );

const reachedAtLeast = (
  { whole, comments }: Pick<FrozenSums, 'whole' | 'comments'>,
  { pages }: Questionnaire,
): ReadonlyMap<string, number> => {
  const answered = (id: string): number =>
    Math.max(0, ...[...whole.items].map(([key, { n }]) => (itemIdOf(key) === id ? n : 0)));
  const reached = new Map<string, number>();
  let sinceThen = 0;
  for (const { items } of pages.toReversed()) {
    sinceThen = Math.max(sinceThen, ...items.map(({ id }) => answered(id)));
    for (const item of items) {
      if (item.type !== 'text' || isPrivate(item)) continue;
      // Whether it was asked of all of them, or of one instructor or another, is not known.
      const known = item.onlyIf === undefined && item.perInstructor !== true ? sinceThen : 0;
      const keys = new Set(comments.flatMap(({ key }) => (itemIdOf(key) === item.id ? [key] : [])));
      for (const key of keys) reached.set(key, known);
    }
  }
  return reached;
};
