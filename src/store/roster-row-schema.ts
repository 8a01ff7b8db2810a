import { Schema } from 'mongoose';
import type { RosterRow } from '../domain/rosters/roster-row.ts';
import { part } from './schema-options.ts';

/** A checked line of a roster, as it waits to be applied. */
export const rosterRowSchema = new Schema<RosterRow>(
  {
    line: Number,
    code: String,
    course: String,
    title: String,
    mode: String,
    source: String,
    length: String,
    start: String,
    end: String,
    timeZone: String,
    instructorEmails: [String],
    cancelled: Boolean,
    name: String,
    email: String,
    department: String,
    managerEmail: String,
    withdrawn: Boolean,
  },
  part,
);
