import { isDeepStrictEqual } from 'node:util';
import type { Model, QueryFilter } from 'mongoose';
import type { By } from '../domain/audit/by.ts';
import { newEntry } from '../domain/audit/entry.ts';
import type { Round } from '../domain/followups/round.ts';
import type { RoundId } from '../domain/kernel/ids.ts';
import { type Audited, writtenDown, writtenDownFirst } from './audit-entries.ts';
import { literal } from './literal.ts';
import { present } from './present.ts';
import { settled, upsert } from './upsert.ts';

type RoundRecord = Omit<Round, 'id'> & Audited & { _id: RoundId };

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

/** Plans a round once; a planned one takes new dates, unless somebody moved it in between: that is seen at the next planning. */
export const planRound = async (
  rounds: Pick<Model<RoundRecord>, 'updateOne' | 'findById'>,
  { id, ...round }: Round,
  by: By,
): Promise<void> => {
  const about = { kind: 'round', id } as const;
  const what = round.state === 'missed' ? 'round-missed' : 'round-planned';
  const first = writtenDownFirst(newEntry(by, what, about, { after: factsOf(round) }));
  const once = { $setOnInsert: { ...present(round), ...first } };
  const { upsertedCount } = await settled(() => rounds.updateOne({ _id: literal(id) }, once, upsert));
  if (upsertedCount > 0) return;
  const known = await rounds.findById(literal(id)).lean();
  if (known === null || known.state !== 'planned') return;
  const [before, after] = [datesOf(known), datesOf(round)];
  if (isDeepStrictEqual(before, after)) return;
  const moved = newEntry(by, 'round-moved', about, { before: factsOf(before), after: factsOf(after) });
  const asRead: QueryFilter<RoundRecord> = { state: 'planned', opensAt: before.opensAt, dueAt: before.dueAt };
  await rounds.updateOne(
    { _id: literal(id), ...asRead },
    {
      $set: after,
      ...(after.label === undefined ? { $unset: { label: '' } } : {}),
      ...writtenDown(moved),
    },
  );
};
