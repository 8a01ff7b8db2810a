import type { Connection, QueryFilter } from 'mongoose';
import { worstFirst } from '../domain/analysis/item-figures.ts';
import { newEntry } from '../domain/audit/entry.ts';
import { findingOf, type Issue } from '../domain/issues/issue.ts';
import type { IssueStore } from '../domain/issues/issue-store.ts';
import type { RoundId } from '../domain/kernel/ids.ts';
import { coursesOf } from './adopt-old-issues.ts';
import { writtenDown } from './audit-entries.ts';
import { findingId, type IssueRecord, issueModel, readIssue } from './issue-record.ts';
import { literal, literals } from './literal.ts';
import { raiseIssue } from './raise-issue.ts';

/** The states an issue may come from. */
const before: Readonly<Record<'assigned' | 'done', Issue['state'][]>> = {
  assigned: ['open'],
  done: ['open', 'assigned'],
};

/** Weak items of courses: at most one that is not done for each course, item and instructor. */
export const issueStore = (connection: Connection): IssueStore => {
  const issues = issueModel(connection);
  const courses = coursesOf(connection);

  const read = async (records: readonly IssueRecord[]): Promise<Issue[]> => {
    const old = records.filter(({ course }) => course === undefined);
    const courseOf = await courses(old.map(({ training }) => training));
    return records.map((record) => readIssue(record, courseOf(record.training)));
  };
  const listed = async (filter: QueryFilter<IssueRecord>): Promise<Issue[]> =>
    read(withoutTwins(await issues.find(filter).sort({ mean: 1, _id: 1 }).lean()));
  const ofRounds = (rounds: readonly RoundId[]): Promise<Issue[]> =>
    // One that was not adopted yet has the round beside it only.
    listed({
      $or: [{ 'evidence.round': { $in: literals(rounds) } }, { round: { $in: literals(rounds) } }],
    });

  return {
    raise: async (found, by) => {
      for (const one of found) await raiseIssue(issues, courses, one, by);
    },
    byId: async (id) => {
      const record = await issues.findById(literal(id)).lean();
      return record === null ? undefined : (await read([record]))[0];
    },
    ofRound: async (round) =>
      (await ofRounds([round]))
        .flatMap((issue) => {
          const finding = findingOf(issue, round);
          return finding === undefined ? [] : [{ issue, finding }];
        })
        .sort((one, other) => worstFirst(one.finding, other.finding))
        .map(({ issue }) => issue),
    ofRounds,
    ofTraining: (training) =>
      listed({
        $or: [{ 'evidence.training': literal(training) }, { training: literal(training) }],
      }),
    advance: async (id, state, by) => {
      const entry = newEntry(by, 'issue-advanced', { kind: 'issue', id }, { after: { state } });
      await issues.updateOne(
        { _id: literal(id), state: { $in: before[state] } },
        {
          $set: { state },
          ...(state === 'done' ? { $unset: { openKey: '' } } : {}),
          ...writtenDown(entry),
        },
      );
    },
  };
};

/**
 * The version before, announcing a round for a second time, raises what is another issue's evidence by now: it stands
 * for nothing, unless somebody answers for it.
 */
const withoutTwins = (records: readonly IssueRecord[]): IssueRecord[] => {
  const held = new Set(records.flatMap(({ evidence = [] }) => evidence.map(({ finding }) => finding)));
  return records.filter(
    ({ evidence, state, round, key }) =>
      evidence !== undefined || state !== 'open' || !held.has(findingId(round, key)),
  );
};
