import { isDeepStrictEqual } from 'node:util';
import type { By } from '../domain/audit/by.ts';
import { newEntry } from '../domain/audit/entry.ts';
import type { Issue } from '../domain/issues/issue.ts';
import type { IssueId } from '../domain/kernel/ids.ts';
import { courseKey } from '../domain/trainings/course-key.ts';
import { adoptOldIssues, type CoursesOf } from './adopt-old-issues.ts';
import { writtenDown, writtenDownFirst } from './audit-entries.ts';
import {
  type FindingRecord,
  findingId,
  type IssueModel,
  type IssueRecord,
  openKeyOf,
  storedFinding,
} from './issue-record.ts';
import { literal } from './literal.ts';
import { present } from './present.ts';
import { isDuplicateKey, upsert } from './upsert.ts';

const notDone = { $in: ['open', 'assigned'] satisfies Issue['state'][] };

/** Each further try needs a rival's write in between; so many are unheard of. */
const mostTries = 10;

/**
 * Takes one finding in: as evidence of the course's issue about the same item that is not done, else as an issue of its
 * own. Two unique indexes make it safe against others and against being killed: an open key is held by one issue, a
 * finding by one issue; whoever loses a race looks again.
 */
export const raiseIssue = async (
  issues: IssueModel,
  courses: CoursesOf,
  found: Issue,
  by: By,
): Promise<void> => {
  for (let left = mostTries; ; left -= 1) {
    try {
      if (await tryToRaise(issues, courses, found, by)) return;
    } catch (error) {
      if (!isDuplicateKey(error) || left <= 1) throw error;
    }
    if (left <= 1) throw new Error(`The issue ${found.id} is not to be raised`);
  }
};

/** False: somebody else was writing, and it has to be looked at again. */
const tryToRaise = async (issues: IssueModel, courses: CoursesOf, found: Issue, by: By): Promise<boolean> => {
  const { id, course, key, evidence, ...fields } = found;
  const [first] = evidence;
  const finding = findingId(first.round, key);
  const openKey = openKeyOf(course, key);
  await adoptOldIssues(issues, courses, { key: literal(key) });
  const holder = await issues.findOne({ 'evidence.finding': finding }).lean();
  if (holder !== null) return restate(issues, holder, storedFinding(first, key));
  await settleOpenKey(issues, openKey, found);
  const about = (one: IssueId) => ({ kind: 'issue', id: one }) as const;
  const facts = { after: { round: first.round } };
  // Which it is goes into the entry; whoever takes its place in between is found at the next look.
  const open = await issues.findOne({ openKey, state: notDone }, { _id: 1 }).lean();
  if (open !== null) {
    const joins = writtenDown(newEntry(by, 'issue-evidence-added', about(open._id), facts));
    const joined = await issues.updateOne(
      { _id: open._id, openKey, state: notDone, 'evidence.finding': { $ne: finding } },
      { $push: { evidence: storedFinding(first, key), ...joins.$push } },
    );
    return joined.matchedCount > 0;
  }
  const { at: _at, ...figures } = first;
  const made = {
    ...present(fields),
    ...figures,
    course,
    key,
    openKey,
    evidence: [storedFinding(first, key)],
    ...writtenDownFirst(newEntry(by, 'issue-raised', about(id), facts)),
  };
  const { upsertedCount } = await issues.updateOne({ _id: literal(id) }, { $setOnInsert: made }, upsert);
  return upsertedCount > 0;
};

/** A result that was revised has other figures: the issue keeps those alone, and says no less and no more than the result. */
const restate = async (issues: IssueModel, holder: IssueRecord, fresh: FindingRecord): Promise<boolean> => {
  const { _id, evidence = [] } = holder;
  const told = evidence.find(({ finding }) => finding === fresh.finding);
  const { at: _at, finding: _finding, ...figures } = fresh;
  if (told === undefined || isDeepStrictEqual({ ...told, at: undefined }, { ...fresh, at: undefined }))
    return true;
  const now = evidence.map((one) => (one === told ? { ...fresh, at: told.at } : one));
  const beside = evidence[0] === told ? present(figures) : {};
  const { matchedCount } = await issues.updateOne(
    { _id, evidence: { $eq: evidence } },
    {
      $set: { evidence: now, ...beside },
      ...(evidence[0] === told && fresh.atMost === undefined ? { $unset: { atMost: '' } } : {}),
    },
  );
  return matchedCount > 0;
};

/**
 * The version before knows no open keys: it leaves one with an issue that it finishes, and gives none to what it raises.
 * The oldest that is not done has it; of those raised before there may be several. What has one already is another course's.
 */
const settleOpenKey = async (issues: IssueModel, openKey: string, { course, key }: Issue): Promise<void> => {
  await issues.updateOne({ openKey, state: 'done' }, { $unset: { openKey: '' } });
  if ((await issues.exists({ openKey })) !== null) return;
  const open = await issues
    .find({ key: literal(key), state: notDone, openKey: { $exists: false }, course: { $exists: true } })
    .sort({ raisedAt: 1, _id: 1 })
    .lean();
  const oldest = open.find((one) => courseKey(one.course ?? '') === courseKey(course));
  if (oldest === undefined) return;
  await issues.updateOne({ _id: oldest._id, state: notDone }, { $set: { openKey } });
};
