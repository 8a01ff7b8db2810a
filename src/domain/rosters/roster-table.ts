import type { SaidMeaning, SaidMeanings } from './heading-memory.ts';

/** A roster file as it was read: headings and cells, nothing judged yet. */
export interface RosterTable {
  /** Line of the headings in the file, from 1. */
  readonly headingLine: number;
  readonly headings: readonly string[];
  /** What whoever imports says certain headings mean, by their place. */
  readonly said?: ReadonlyMap<number, SaidMeaning>;
  /** Rows that stand above the headings: a title, notes. */
  readonly above?: readonly RosterTableRow[];
  readonly rows: readonly RosterTableRow[];
  /** What was said of files of this shape before, as far as nothing else is said now. */
  readonly recalled?: SaidMeanings;
  /** The sheet it stands on, where a workbook has several with something in them. */
  readonly sheet?: string;
}

export interface RosterTableRow {
  /** Line in the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}
