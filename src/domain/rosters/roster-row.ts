import type { Training } from '../trainings/training.ts';

/** One checked line of a roster file: one participant of one training. A roster without the column says nothing of `cancelled`, or of `withdrawn`. */
export interface RosterRow extends Omit<Training, 'code'> {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly department: string;
  readonly managerEmail?: string;
  readonly withdrawn?: boolean;
}
