import type { Verdict } from '../../domain/analysis/verdict.ts';
import { shownScore, shownShare } from '../../wording/format.ts';
import type { Score } from './figure-view.ts';

/** A verdict as the figures beside it bear it out: of a change that is rounded away nothing is said. */
const borneOut = (verdict: Verdict, before: number, now: number): Verdict => {
  const seen = now > before ? 'better' : now < before ? 'worse' : 'no-clear-change';
  return verdict === seen ? verdict : 'no-clear-change';
};

export const scoreVerdict = (verdict: Verdict, before: Score, now: Score): Verdict =>
  borneOut(verdict, shownScore(before.value, before.atMost), shownScore(now.value, now.atMost));

/** Shares: 0–1. */
export const shareVerdict = (verdict: Verdict, before: Score, now: Score): Verdict =>
  borneOut(verdict, shownShare(before.value, before.atMost), shownShare(now.value, now.atMost));
