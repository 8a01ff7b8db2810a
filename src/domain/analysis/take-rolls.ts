import { type Visit, whose } from '../followups/visit.ts';
import type { Contribution } from './contribution.ts';
import type { Shown } from './disclosure.ts';
import type { ResultCell } from './result.ts';
import { type Roll, rollOf } from './roll.ts';
import { nameOfPart, partsWith } from './sums.ts';
import { hidden } from './told.ts';

interface Somebody extends Pick<Contribution, 'tookPart'> {
  readonly visit: Pick<Visit, 'person' | 'countsFor' | 'department' | 'manager'>;
}

/** Takes the rolls of a round: of everybody and of each part, whoever took part. */
export const takingRolls = (digestOf: (person: Visit['person']) => number) => {
  const whole: number[] = [];
  const parts = new Map<string, number[]>();
  return {
    add: ({ visit, tookPart }: Somebody): void => {
      if (!tookPart) return;
      const digest = digestOf(whose(visit));
      whole.push(digest);
      for (const name of partsWith(visit).map(nameOfPart)) {
        const part = parts.get(name) ?? [];
        parts.set(name, part);
        part.push(digest);
      }
    },
    /** What is shown, with the rolls of the cells of which something is. */
    with: (shown: Shown): Shown => ({
      ...shown,
      whole: withRoll(shown.whole, rollOf(whole)),
      parts: shown.parts.map(({ part, cell }) => ({
        part,
        cell: withRoll(cell, rollOf(parts.get(nameOfPart(part)) ?? [])),
      })),
    }),
  };
};

const withRoll = (cell: ResultCell, roll: Roll): ResultCell =>
  Object.values(cell.items).some((told) => told !== hidden) ? { ...cell, roll } : cell;
