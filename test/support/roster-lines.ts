import type { RosterColumn } from '../../src/domain/rosters/roster-columns.ts';
import { rosterColumns } from '../../src/domain/rosters/roster-columns.ts';
import type { RosterTable } from '../../src/domain/rosters/roster-table.ts';

export type RosterLine = Readonly<Record<RosterColumn, string>>;

const goodLine: RosterLine = {
  training_code: 'SALES-26',
  course: 'Selling well',
  title: 'Selling well, autumn run',
  mode: 'classroom',
  source: 'internal',
  length: 'short',
  start: '2026-11-18',
  end: '2026-11-20',
  time_zone: 'Asia/Shanghai',
  instructor_emails: 'ines@contoso.example',
  name: 'Li Wei',
  email: 'li.wei@contoso.example',
  department: 'Sales',
  manager_email: 'mara@contoso.example',
  withdrawn: 'no',
  training_status: '',
};

/** A line nothing is wrong with, but for what a test says. */
export const rosterLine = (changes: Partial<RosterLine> = {}): RosterLine => ({ ...goodLine, ...changes });

/** One good line for each number, of different people. */
export const participant = (number: number, changes: Partial<RosterLine> = {}): RosterLine =>
  rosterLine({ name: `Person ${number}`, email: `person${number}@contoso.example`, ...changes });

/** The lines as a file was read: headings on line 1. */
export const rosterTable = (
  lines: readonly RosterLine[],
  columns: readonly RosterColumn[] = rosterColumns,
): RosterTable => ({
  headingLine: 1,
  headings: columns,
  rows: lines.map((line, index) => ({ line: index + 2, cells: columns.map((column) => line[column]) })),
});
