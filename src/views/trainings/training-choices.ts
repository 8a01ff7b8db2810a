import type { Training } from '../../domain/trainings/training.ts';
import type { ViewParts } from '../view-parts.ts';

const mostOffered = 10;

/** The trainings somebody may mean by what they typed; without a word the latest. */
export const trainingChoices = async (
  { trainings }: Pick<ViewParts, 'trainings'>,
  asked: string,
): Promise<Training[]> => {
  if (asked !== '') return trainings.search(asked);
  const all = await trainings.all();
  return all.toSorted((a, b) => (a.end > b.end ? -1 : 1)).slice(0, mostOffered);
};
