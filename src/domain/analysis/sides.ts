import type { ScoredItem } from '../questionnaires/questionnaire.ts';
import { isStopped, type Told } from './told.ts';

/** So many people chose these points of a scale, by their places from 0. */
export interface Side {
  readonly points: readonly number[];
  readonly times: number;
}

/**
 * To which side of a two-sided scale people leaned: too little, just right, too much, those that anybody chose. Told wherever
 * the distribution is, for it is part of it (DESIGN, decision 10); else nothing of it.
 */
export const sidesOf = (item: ScoredItem, told: Told): readonly Side[] | undefined => {
  if (item.type !== 'two-sided' || isStopped(told) || told.positions === undefined) return undefined;
  const { positions } = told;
  const chosen = (at: number): number => positions[`${at + 1}`] ?? 0;
  return [[0, 1], [2], [3, 4]].flatMap((side) => {
    const points = side.filter((at) => chosen(at) > 0);
    const times = points.reduce((sum, at) => sum + chosen(at), 0);
    return times === 0 ? [] : [{ points, times }];
  });
};

/** Of a scale of what people can do: how many are below the point from which they can, where the distribution is told. */
export const belowReady = (item: ScoredItem, told: Told): Side | undefined => {
  if (item.type !== 'rating' || item.readyFrom === undefined || isStopped(told)) return undefined;
  const points = [0, 1, 2, 3, 4].filter((at) => at + 1 < (item.readyFrom ?? 1));
  return { points, times: points.reduce((sum, at) => sum + (told.histogram[`${at + 1}`] ?? 0), 0) };
};
