import type { Connection, QueryFilter } from 'mongoose';
import type { TrainingCode } from '../domain/kernel/ids.ts';
import { type IssueModel, type IssueRecord, onlyFinding } from './issue-record.ts';
import { literals } from './literal.ts';
import { isDuplicateKey } from './upsert.ts';

/** Of what training's course each code is a run; a training that is not there is a course of its own. */
export type CoursesOf = (codes: readonly TrainingCode[]) => Promise<(code: TrainingCode) => string>;

/** Looked up past the store of trainings: an issue of the version before names its training alone. */
export const coursesOf =
  (connection: Connection): CoursesOf =>
  async (codes) => {
    if (codes.length === 0) return String;
    const found = await connection
      .collection<{ _id: string; course: string }>('trainings')
      .find({ _id: { $in: literals([...new Set(codes)]) } }, { projection: { course: 1 } })
      .toArray();
    const byCode = new Map<string, string>(found.map(({ _id, course }) => [_id, course]));
    return (code) => byCode.get(code) ?? code;
  };

export const notAdopted: QueryFilter<IssueRecord> = { evidence: { $exists: false } };

/**
 * Gives issues that the version before raised (one round's each) their course and their evidence. One whose finding
 * another issue holds already stays as it is. Safe to repeat, and beside that version.
 */
export const adoptOldIssues = async (
  issues: IssueModel,
  courses: CoursesOf,
  which: QueryFilter<IssueRecord> = {},
): Promise<void> => {
  const old = await issues.find({ ...which, ...notAdopted }).lean();
  const courseOf = await courses(old.map(({ training }) => training));
  for (const record of old) {
    const found = { course: courseOf(record.training), evidence: [onlyFinding(record)] };
    try {
      await issues.updateOne({ _id: record._id, ...notAdopted }, { $set: found });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
};
