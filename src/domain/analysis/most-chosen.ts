import type { Item } from '../questionnaires/questionnaire.ts';
import { isStopped, type Told } from './told.ts';

/** What of a question's options people chose most; each by its place in the item. */
export interface MostChosen {
  readonly n: number;
  readonly chosen: readonly { readonly option: number; readonly times: number }[];
  /** Nearly everybody chose these, each at least so often; more is not told. */
  readonly atLeast?: true;
}

/** More would be a table, and that of many answers. */
const mostOptions = 2;

/** As far as it may be told (DESIGN, decision 10), the most frequent first; undefined of other questions and without answers. */
export const mostChosen = (item: Item, told: Told): MostChosen | undefined => {
  const names = namesOf(item);
  const counts = countsOf(told);
  if (names === undefined || counts === undefined || told.n === 0) return undefined;
  const chosen = names
    .map((name, option) => ({ option, times: counts[name] ?? 0 }))
    .filter(({ times }) => times > 0)
    .toSorted((one, other) => other.times - one.times)
    .slice(0, mostOptions);
  if (chosen.length === 0) return undefined;
  return { n: told.n, chosen, ...(isStopped(told) ? { atLeast: true } : {}) };
};

const namesOf = (item: Item): string[] | undefined => {
  return item.type === 'choice' || item.type === 'choices' ? item.options.map(({ id }) => id) : undefined;
};

const countsOf = (told: Told): Readonly<Record<string, number>> | undefined => {
  if (!isStopped(told)) return told.histogram;
  return told.stopped === 'choices' ? told.atLeast : undefined;
};
