import { Schema } from 'mongoose';
import type { Visit } from '../domain/followups/visit.ts';
import { visitStates } from '../domain/followups/visit.ts';
import type { VisitId } from '../domain/kernel/ids.ts';
import { visitKinds } from '../domain/kernel/ids.ts';
import { type Audited, audited } from './audit-entries.ts';
import { part, storedAs } from './schema-options.ts';
import { oneOf, readWhole } from './whole-records.ts';

export type VisitRecord = Omit<Visit, 'id'> & Audited & { _id: VisitId };

export const visitSchema = new Schema<VisitRecord>(
  {
    _id: String,
    round: String,
    training: String,
    kind: String,
    person: String,
    countsFor: String,
    countedAs: String,
    department: String,
    manager: String,
    state: String,
    excuse: String,
    openedAt: Date,
    dueAt: Date,
    startedOn: String,
    answeredOn: String,
    endedOn: String,
    late: Boolean,
    pagesSaved: Number,
    channel: String,
    recordedBy: String,
    stood: new Schema(
      {
        state: String,
        excuse: String,
        endedOn: String,
        answeredOn: String,
        channel: String,
        recordedBy: String,
      },
      part,
    ),
    quietUntil: Date,
    changes: Number,
    absencesTakenBack: Number,
    absentBefore: Boolean,
    page: Number,
  },
  storedAs('visits'),
);
visitSchema.index({ round: 1, person: 1 }, { unique: true });
visitSchema.index({ round: 1, state: 1 });
visitSchema.index({ person: 1, state: 1, dueAt: 1 });
visitSchema.index({ countsFor: 1 }, { sparse: true });
audited(visitSchema);
readWhole(visitSchema, {
  needs: ['round', 'training', 'kind', 'person', 'department', 'state', 'openedAt', 'dueAt'],
  checks: { kind: oneOf(visitKinds), state: oneOf(visitStates) },
});
