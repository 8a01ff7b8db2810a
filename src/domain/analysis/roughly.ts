/** How many of a few people have answered, so that nobody can watch one after the other do so. */
export type Roughly = 'none' | 'some' | 'most' | 'all';

/** Of fewer people the completion of an open round is told in words (DESIGN, decision 10). */
export const numbersFrom = 10;

export const roughly = ({ due, answered }: { readonly due: number; readonly answered: number }): Roughly => {
  if (answered === 0) return 'none';
  if (answered === due) return 'all';
  return 2 * answered > due ? 'most' : 'some';
};
