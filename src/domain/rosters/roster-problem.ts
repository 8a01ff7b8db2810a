import type { RefusalDetails } from '../kernel/refusal.ts';
import type { RosterColumn } from './roster-columns.ts';

/** Everything that can be wrong with a roster file. Each has, in `wording`, what is wrong and what would be right. */
export const rosterProblemCodes = [
  'file-empty',
  'file-is-workbook',
  'file-is-pdf',
  'file-is-picture',
  'file-is-web-page',
  'file-is-data',
  'file-is-document',
  'workbook-not-readable',
  'workbook-too-large',
  'file-not-text',
  'encoding-unknown',
  'encoding-unclear',
  'file-too-large',
  'too-many-columns',
  'too-many-rows',
  'quote-not-closed',
  'quote-misplaced',
  'no-participants',
  'several-rosters',
  'sheet-not-there',
  'heading-not-there',
  'headings-moved',
  'section-unclear',
  'column-missing',
  'column-twice',
  'column-unclear',
  'heading-empty',
  'status-unclear',
  'too-many-cells',
  'cell-empty',
  'text-too-long',
  'text-like-formula',
  'code-not-usable',
  'mode-unknown',
  'source-unknown',
  'length-unknown',
  'withdrawn-unknown',
  'enrolment-unknown',
  'status-unknown',
  'date-not-understood',
  'dates-not-understood',
  'date-not-shown',
  'date-incomplete',
  'date-several',
  'date-ambiguous',
  'weekday-differs',
  'end-before-start',
  'time-zone-unknown',
  'email-not-valid',
  'several-people',
  'email-two-scripts',
  'name-not-usable',
  'manager-is-self',
  'training-differs',
  'person-twice',
  'name-differs',
] as const;
export type RosterProblemCode = (typeof rosterProblemCodes)[number];

export interface RosterProblem {
  readonly code: RosterProblemCode;
  /** Line in the file, from 1; 0 when it is about the file as a whole. */
  readonly line: number;
  readonly column?: RosterColumn;
  /** The column's heading as the file has it. */
  readonly heading?: string;
  /** The cell as it was read. */
  readonly value?: string;
  readonly details?: RefusalDetails;
}
