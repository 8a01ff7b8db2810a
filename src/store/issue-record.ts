import { type Connection, Schema } from 'mongoose';
import type { Finding, Issue } from '../domain/issues/issue.ts';
import { type IssueId, issueId, type RoundId } from '../domain/kernel/ids.ts';
import { courseKey } from '../domain/trainings/course-key.ts';
import { type Audited, audited } from './audit-entries.ts';
import { part, storedAs } from './schema-options.ts';
import { readWhole } from './whole-records.ts';

export interface FindingRecord extends Finding {
  /** Round and item: two issues cannot both hold the same finding. */
  readonly finding: string;
}

/**
 * As stored: the first finding stands beside the issue as well, where the version before (1226a1e), which knew no other,
 * looks for it. What that version raises lacks `course` and `evidence` until it is adopted.
 */
export type IssueRecord = Omit<Issue, 'id' | 'course' | 'evidence'> &
  Omit<Finding, 'at'> &
  Audited & {
    _id: IssueId;
    course?: string;
    evidence?: FindingRecord[];
    /** Course, item and instructor, as long as it is not done: only one issue has them. */
    openKey?: string;
  };

const figures = {
  n: Number,
  mean: Number,
  satisfaction: Number,
  atMost: new Schema({ satisfied: Number, mean: Boolean }, part),
  rule: String,
};

const schema = new Schema<IssueRecord>(
  {
    _id: String,
    course: String,
    openKey: String,
    round: String,
    training: String,
    questionnaire: String,
    key: String,
    dimension: String,
    instructor: String,
    ...figures,
    raisedAt: Date,
    state: String,
    evidence: {
      type: [
        new Schema(
          { finding: String, round: String, training: String, questionnaire: String, ...figures, at: Date },
          part,
        ),
      ],
      // Not there is not empty: an index that is sparse leaves it out.
      default: undefined,
    },
  },
  storedAs('issues'),
);
schema.index({ round: 1, key: 1 }, { unique: true });
schema.index({ training: 1 });
schema.index({ openKey: 1 }, { unique: true, sparse: true });
schema.index({ 'evidence.finding': 1 }, { unique: true, sparse: true });
schema.index({ 'evidence.round': 1 });
audited(schema);
readWhole(schema, { needs: ['round', 'training', 'key', 'dimension', 'raisedAt', 'state'] });

export const issueModel = (connection: Connection) => connection.model('Issue', schema);
export type IssueModel = ReturnType<typeof issueModel>;

export const openKeyOf = (course: string, key: string): string => `${courseKey(course)}|${key}`;

/** An issue's id says what its first finding's does. */
export const findingId = (round: RoundId, key: string): string => issueId(round, key);

export const storedFinding = (finding: Finding, key: string): FindingRecord => ({
  finding: findingId(finding.round, key),
  ...finding,
});

/** The one finding of an issue that knows no other. */
export const onlyFinding = (record: IssueRecord): FindingRecord => {
  const { round, training, questionnaire, rule, n, mean, satisfaction, atMost, raisedAt, key } = record;
  const figures = { n, mean, satisfaction, ...(atMost === undefined ? {} : { atMost }) };
  return storedFinding({ round, training, questionnaire, rule, ...figures, at: raisedAt }, key);
};

/** `course`: of one that was not adopted yet. */
export const readIssue = (record: IssueRecord, course: string): Issue => {
  const { _id: id, key, dimension, instructor, raisedAt, state } = record;
  const [first, ...others] = record.evidence ?? [];
  return {
    id,
    course: record.course ?? course,
    key,
    dimension,
    ...(instructor === undefined ? {} : { instructor }),
    evidence: [asFound(first ?? onlyFinding(record)), ...others.map(asFound)],
    raisedAt,
    state,
  };
};

const asFound = ({ finding: _finding, ...found }: FindingRecord): Finding => found;
