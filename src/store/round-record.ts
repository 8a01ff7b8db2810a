import { Schema } from 'mongoose';
import type { Round, RoundState } from '../domain/followups/round.ts';
import { roundStates } from '../domain/followups/round.ts';
import type { RoundId } from '../domain/kernel/ids.ts';
import { visitKinds } from '../domain/kernel/ids.ts';
import { isLocalDate } from '../domain/kernel/local-date.ts';
import { type Audited, audited } from './audit-entries.ts';
import { part, storedAs } from './schema-options.ts';
import { oneOf, readWhole } from './whole-records.ts';

/**
 * A cancelled round stands as `missed`, which the version before neither opens nor closes, with the state it had.
 * `announcedRevision`: of the result that was announced last; not there where an earlier version announced.
 */
export type RoundRecord = Omit<Round, 'id' | 'state'> &
  Audited & {
    _id: RoundId;
    state: Exclude<RoundState, 'cancelled'>;
    cancelledAs?: CancelledAs;
    announcedRevision?: number;
  };

export const cancellable = ['planned', 'open', 'missed'] as const;
type CancelledAs = (typeof cancellable)[number];

export const roundSchema = new Schema<RoundRecord>(
  {
    _id: String,
    training: String,
    kind: String,
    occurrence: Number,
    label: new Schema({ zh: String, en: String }, part),
    opensAt: Date,
    dueAt: Date,
    dueDate: String,
    remindAt: [Date],
    remindersDone: Number,
    state: String,
    cancelledAs: String,
    questionnaire: String,
    questionnaireDigest: String,
    instructors: [new Schema({ person: String, name: String }, part)],
    closedAt: Date,
    announced: Boolean,
    pool: String,
    announcedRevision: Number,
  },
  storedAs('rounds'),
);
roundSchema.index({ training: 1, kind: 1, occurrence: 1 }, { unique: true });
roundSchema.index({ state: 1, opensAt: 1 });
roundSchema.index({ state: 1, dueAt: 1 });
roundSchema.index({ state: 1, announced: 1 });
roundSchema.index({ dueDate: 1 });
audited(roundSchema);
readWhole(roundSchema, {
  needs: [
    ...(['training', 'kind', 'occurrence', 'opensAt', 'dueAt', 'dueDate', 'remindAt'] as const),
    ...(['remindersDone', 'state', 'instructors', 'announced'] as const),
  ],
  checks: { kind: oneOf(visitKinds), state: oneOf(roundStates), dueDate: isLocalDate },
});

export const readRound = ({
  _id,
  entries,
  announcedRevision,
  cancelledAs,
  ...round
}: RoundRecord): Round => ({
  id: _id,
  ...round,
  ...(cancelledAs === undefined ? {} : { state: 'cancelled' }),
});
