/** The columns of a roster file under the names its documentation uses. */
export const rosterColumns = [
  'training_code',
  'course',
  'title',
  'mode',
  'source',
  'length',
  'start',
  'end',
  'time_zone',
  'instructor_emails',
  'name',
  'email',
  'department',
  'manager_email',
  'withdrawn',
  'training_status',
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** A file may do without these columns, and their cells may be empty. */
export const optionalColumns: readonly RosterColumn[] = [
  'time_zone',
  'instructor_emails',
  'manager_email',
  'withdrawn',
  'training_status',
];

/** What is said about somebody; the other columns are about the training, and the same on each of its lines. */
const personColumns: readonly RosterColumn[] = ['name', 'email', 'department', 'manager_email', 'withdrawn'];
export const trainingColumns: readonly RosterColumn[] = rosterColumns.filter(
  (column) => !personColumns.includes(column),
);
