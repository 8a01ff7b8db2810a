import { meanOf, satisfactionOf } from './measures.ts';
import { isStopped, type Told } from './told.ts';

/** The figures of one question in one round, as far as they may be told. */
export interface ItemFigures {
  /** People. */
  readonly n: number;
  /** 1–5; absent where nothing is told of it. */
  readonly mean?: number;
  /** Share of 4 and 5, 0–1. */
  readonly satisfaction: number;
  /** So low that only this is told: so many people are satisfied at most, the mean is that or less. */
  readonly atMost?: { readonly satisfied: number; readonly mean: boolean };
}

/** Of answers that are scored 1–5; undefined without any. */
export const itemFigures = (told: Told): ItemFigures | undefined => {
  const { n } = told;
  if (isStopped(told)) {
    if (told.stopped !== 'scores') return undefined;
    const { satisfied, sum, sumAtMost } = told;
    return {
      n,
      ...(sum === undefined ? {} : { mean: sum / n }),
      satisfaction: satisfied / n,
      atMost: { satisfied, mean: sumAtMost === true },
    };
  }
  const [mean, satisfaction] = [meanOf(told), satisfactionOf(told)];
  if (mean === undefined || satisfaction === undefined) return undefined;
  return { n, mean, satisfaction };
};

/** Lowest mean first, then lowest satisfaction; a mean of which nothing is told is very low. */
export const worstFirst = (
  one: Pick<ItemFigures, 'mean' | 'satisfaction'>,
  other: Pick<ItemFigures, 'mean' | 'satisfaction'>,
): number => (one.mean ?? 1) - (other.mean ?? 1) || one.satisfaction - other.satisfaction;
