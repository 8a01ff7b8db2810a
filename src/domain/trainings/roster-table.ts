import type { RosterColumn } from './roster-columns.ts';

/** A roster file as it was read: headings and cells, nothing judged yet. */
export interface RosterTable {
  /** Line of the headings in the file, from 1. */
  readonly headingLine: number;
  readonly headings: readonly string[];
  /** What whoever imports says certain headings mean, by their place. */
  readonly said?: ReadonlyMap<number, RosterColumn>;
  readonly rows: readonly RosterTableRow[];
  /** The sheet it stands on, where a workbook has several with something in them. */
  readonly sheet?: string;
}

export interface RosterTableRow {
  /** Line in the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}
