import { isDeepStrictEqual } from 'node:util';
import type { Model, QueryFilter } from 'mongoose';
import type { By } from '../domain/audit/by.ts';
import { newEntry } from '../domain/audit/entry.ts';
import type { Round } from '../domain/followups/round.ts';
import { plannedAgain } from '../domain/followups/rounds-of-training.ts';
import type { RoundId } from '../domain/kernel/ids.ts';
import { writtenDown, writtenDownFirst } from './audit-entries.ts';
import { inParts } from './in-parts.ts';
import { literal, literals } from './literal.ts';
import { present } from './present.ts';
import { type RoundRecord, readRound } from './round-record.ts';
import { settled, upsert } from './upsert.ts';
import { writeMany } from './write-many.ts';

type Rounds = Pick<Model<RoundRecord>, 'updateOne' | 'findById' | 'find' | 'collection'>;

/** What planning again may move. */
const datesOf = ({ opensAt, dueAt, dueDate, remindAt, label }: Pick<Round, keyof Dates>): Dates => ({
  opensAt,
  dueAt,
  dueDate,
  remindAt,
  ...present({ label }),
});
type Dates = Pick<Round, 'opensAt' | 'dueAt' | 'dueDate' | 'remindAt' | 'label'>;

const factsOf = ({ opensAt, dueDate }: Dates) => ({ opensAt: opensAt.toISOString(), dueDate });

/** What a round is made with. */
const madeOf = ({ id, ...round }: Round, by: By) => {
  const what = round.state === 'missed' ? 'round-missed' : 'round-planned';
  const first = newEntry(by, what, { kind: 'round', id }, { after: factsOf(round) });
  return { ...present(round), ...writtenDownFirst(first) };
};

const hasMoved = (known: Dates, planned: Dates): boolean =>
  !isDeepStrictEqual(datesOf(known), datesOf(planned));

/** Plans a round once; a planned one takes new dates, unless somebody moved it in between: that is seen at the next planning. */
export const planRound = async (rounds: Rounds, round: Round, by: By): Promise<void> => {
  const _id = literal(round.id);
  const once = { $setOnInsert: madeOf(round, by) };
  const { upsertedCount } = await settled(() => rounds.updateOne({ _id }, once, upsert));
  if (upsertedCount > 0) return;
  const known = await rounds.findById(_id).lean();
  if (known === null) return;
  const again = plannedAgain(readRound(known), round);
  if (!hasMoved(known, again)) return;
  const [before, after] = [datesOf(known), datesOf(again)];
  const facts = { before: factsOf(before), after: factsOf(after) };
  const moved = newEntry(by, 'round-moved', { kind: 'round', id: round.id }, facts);
  const asRead: QueryFilter<RoundRecord> = {
    state: known.state,
    cancelledAs: { $exists: false },
    opensAt: before.opensAt,
    dueAt: before.dueAt,
  };
  await rounds.updateOne(
    { _id, ...asRead },
    {
      $set: { ...after, state: 'planned' },
      ...(after.label === undefined ? { $unset: { label: '' } } : {}),
      ...writtenDown(moved),
    },
  );
};

/** The same for many: those that are not there yet in one request, those that move one by one. */
export const planRounds = async (rounds: Rounds, planned: readonly Round[], by: By): Promise<void> => {
  if (planned.length === 0) return;
  const there = await inParts((ids: readonly RoundId[]) =>
    rounds.find({ _id: { $in: literals(ids) } }).lean(),
  )(planned.map(({ id }) => id));
  const known = new Map(there.map((record) => [record._id, record]));
  const fresh = planned.filter(({ id }) => !known.has(id));
  const writes = fresh.map((round) => ({
    updateOne: { filter: { _id: round.id }, update: { $setOnInsert: madeOf(round, by) }, ...upsert },
  }));
  if (writes.length > 0) await settled(() => writeMany(rounds, writes));
  for (const round of planned) {
    const before = known.get(round.id);
    if (before !== undefined && hasMoved(before, plannedAgain(readRound(before), round)))
      await planRound(rounds, round, by);
  }
};
