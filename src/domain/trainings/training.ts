import type { TrainingCode } from '../kernel/ids.ts';

export const trainingModes = ['classroom', 'online', 'mixed'] as const;
export type TrainingMode = (typeof trainingModes)[number];

export const trainingSources = ['internal', 'external'] as const;

/** One run of a course. */
export interface Training {
  readonly code: TrainingCode;
  readonly course: string;
  readonly title: string;
  readonly mode: TrainingMode;
  readonly source: (typeof trainingSources)[number];
  readonly length: 'short' | 'long';
  /** Local dates (`2026-11-20`) in the training's zone. */
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  /** Lower-cased, in the roster's order. */
  readonly instructorEmails: readonly string[];
  /** It does not take place, or is part of another one now: nobody is asked about it. */
  readonly cancelled?: boolean;
}
