import { Schema } from 'mongoose';
import type { TrainingCode } from '../domain/kernel/ids.ts';
import { isLocalDate, localDate } from '../domain/kernel/local-date.ts';
import type { Training } from '../domain/trainings/training.ts';
import { type Audited, audited } from './audit-entries.ts';
import { storedAs } from './schema-options.ts';
import { readWhole } from './whole-records.ts';

export type TrainingRecord = Omit<Training, 'code'> &
  Audited & {
    _id: TrainingCode;
    codeFolded: string;
    titleFolded: string;
    /** Absent where a process of the version before wrote (migration 001). */
    courseFolded?: string;
    /** Import and run whose roster was noted last. */
    rosterNoted?: string;
  };

export const trainingSchema = new Schema<TrainingRecord>(
  {
    _id: String,
    codeFolded: String,
    course: String,
    title: String,
    titleFolded: String,
    courseFolded: String,
    mode: String,
    source: String,
    length: String,
    start: String,
    end: String,
    timeZone: String,
    instructorEmails: [String],
    cancelled: Boolean,
    rosterNoted: String,
  },
  storedAs('trainings'),
);
trainingSchema.index({ codeFolded: 1 });
trainingSchema.index({ titleFolded: 1 });
trainingSchema.index({ courseFolded: 1 });
trainingSchema.index({ instructorEmails: 1 });
trainingSchema.index({ start: -1, _id: 1 });
audited(trainingSchema);
readWhole(trainingSchema, {
  needs: [
    ...(['codeFolded', 'titleFolded', 'course', 'title', 'mode', 'source', 'length'] as const),
    ...(['start', 'end', 'timeZone', 'instructorEmails'] as const),
  ],
  checks: {
    start: isLocalDate,
    end: isLocalDate,
    timeZone: (zone) => localDate(new Date(0), zone),
  },
});

export const readTraining = ({
  _id,
  codeFolded,
  titleFolded,
  courseFolded,
  rosterNoted,
  entries,
  ...training
}: TrainingRecord): Training => ({ code: _id, ...training });
