import type { TrainingMode } from './training.ts';

/** One checked line of a roster file: one participant of one training. */
export interface RosterRow {
  readonly line: number;
  readonly code: string;
  readonly course: string;
  readonly title: string;
  readonly mode: TrainingMode;
  readonly source: 'internal' | 'external';
  readonly length: 'short' | 'long';
  /** `YYYY-MM-DD` */
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly instructorEmails: readonly string[];
  readonly name: string;
  readonly email: string;
  readonly department: string;
  readonly managerEmail?: string;
  readonly withdrawn: boolean;
}
