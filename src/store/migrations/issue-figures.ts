import { itemIdOf } from '../../domain/analysis/answer-key.ts';
import { itemFigures } from '../../domain/analysis/item-figures.ts';
import { insidersAmong, scaleOf, stopsOf } from '../../domain/analysis/low-end.ts';
import { hidden } from '../../domain/analysis/told.ts';
import type { RoundId } from '../../domain/kernel/ids.ts';
import { type CellRecord, readCell } from '../result-cells.ts';
import type { Slices } from './slices.ts';

interface Figures {
  readonly n: number;
  readonly mean: number;
  readonly satisfaction: number;
  readonly atMost?: { readonly satisfied: number; readonly mean: boolean };
}
interface Found extends Figures {
  readonly round: RoundId;
  readonly questionnaire: string;
}

/** Issues kept the figures of their rounds as they were: they say no more than the results do now. */
export const restateIssues = async (slices: Slices): Promise<void> => {
  const { db, change } = slices;
  const results = await db
    .collection<{ round: RoundId; whole: CellRecord }>('results')
    .find({}, { projection: { round: 1, whole: 1 } })
    .toArray();
  const wholes = new Map(results.map(({ round, whole }) => [round, whole]));
  const restated = (key: string, found: Found): Found => {
    const whole = wholes.get(found.round);
    const told = whole === undefined ? hidden : (readCell(whole).items[key] ?? hidden);
    const figures = told === hidden ? stoppedBy(slices, key, found) : itemFigures(told);
    const { n, mean, satisfaction, atMost } = figures ?? found;
    const { atMost: _before, ...others } = found;
    return {
      ...others,
      n,
      mean: mean ?? found.mean,
      satisfaction,
      ...(atMost === undefined ? {} : { atMost }),
    };
  };
  await change({
    collection: 'issues',
    fields: ['key', 'round', 'questionnaire', 'n', 'mean', 'satisfaction', 'atMost', 'evidence'],
    change: ({ _id, key, evidence, ...first }) => {
      const { n, mean, satisfaction, atMost } = restated(key, first as Found);
      const now = {
        n,
        mean,
        satisfaction,
        ...(atMost === undefined ? {} : { atMost }),
        ...(evidence === undefined
          ? {}
          : { evidence: (evidence as Found[]).map((one) => restated(key, one)) }),
      };
      const before = { n: first.n, mean: first.mean, satisfaction: first.satisfaction, atMost: first.atMost };
      const isSame =
        JSON.stringify({ ...before, evidence }) === JSON.stringify({ ...now, evidence: now.evidence });
      return isSame ? undefined : { $set: now };
    },
  });
};

/** Where there is no result any more: by the stop of so many answers. */
const stoppedBy = ({ given }: Slices, key: string, found: Found): Figures => {
  const item = given.questionnaires?.knows(found.questionnaire)
    ? given.questionnaires.item(found.questionnaire, itemIdOf(key))
    : undefined;
  const scale = (item && scaleOf(item)) ?? { worst: 1, fair: 4, best: 5 };
  const { n, mean, satisfaction } = found;
  const stops = stopsOf(scale, n, insidersAmong(n));
  if (satisfaction * n > stops.satisfied + 1e-9) return { n, mean, satisfaction };
  const isLow = mean * n <= stops.sum + 1e-9;
  return {
    n,
    mean: isLow ? stops.sum / n : mean,
    satisfaction: stops.satisfied / n,
    atMost: { satisfied: stops.satisfied, mean: isLow },
  };
};
