import type { Bucket } from '../../domain/deliveries/pace-store.ts';

/**
 * Teams' limits per conversation (TEAMS.md §1.1), as buckets that stay below them in every stretch of time:
 * what a bucket holds and what flows in during the stretch add up to the limit.
 */
export const conversationBuckets: readonly Bucket[] = [
  { size: 3, perSecond: 2.5 }, // 7 in 1 s, 8 in 2 s
  { size: 30, perSecond: 1 }, // 60 in 30 s
  { size: 900, perSecond: 0.25 }, // 1,800 in an hour
];
