import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordUntilKept } from '../../src/domain/deliveries/record-until-kept.ts';
import type { DeliveryId, RoundId, TrainingCode } from '../../src/domain/kernel/ids.ts';
import { funnelOf } from '../../src/domain/reports/funnel.ts';
import { scopeRounds } from '../../src/domain/reports/rounds-in-scope.ts';
import { undoImport } from '../../src/domain/sequels/undo-import.ts';
import { writeMany } from '../../src/store/write-many.ts';
import { seenAs } from '../../src/teams/bot/teams-account.ts';
import { byTest } from '../support/by-test.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { sellingCourse, t1Opens, t1Over } from '../support/selling-course.ts';

let office: OfficeUnderTest;
const half = '\ud800';

beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

test.each([0, 7, 19])(
  'one sender whose id cannot be kept (%i) costs none of the others that press with them',
  async (bad) => {
    const sightings = [...Array(20).keys()].map((index) => ({
      ...seenAs({ tenantId: 'tenant', aadObjectId: `${bad}-${index}${index === bad ? half : ''}` }),
      seenAt: office.clock.now(),
    }));
    const seen = await Promise.allSettled(sightings.map((one) => office.stores.accounts.saw(one)));
    expect(seen.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([bad]);
  },
);

test('half a character is refused in an id and left out of what is only read', async () => {
  const mei = office.tenant.person({ name: `Mei${half}`, email: 'mei@example.com' }).alreadyInstalled();
  const hello = mei.activity({ type: 'message', text: `help ${half}` });
  expect((await office.tenant.post(hello)).status).toBe(200);
  const from = { ...hello.from, aadObjectId: `x${half}` };
  expect((await office.tenant.post({ ...hello, from } as typeof hello)).status).toBe(400);
});

test.each([0, 2, 4])(
  'of many writes in one request the one that cannot be written (%i) stops no other',
  async (bad) => {
    const collection = office.running.office.database.collection<{ _id: string; set: unknown }>('poisoned');
    const round: Record<string, unknown> = {};
    round.round = round;
    const write = (index: number) => ({
      updateOne: {
        filter: { _id: `${bad}-${index}` },
        update: { $set: { set: index === bad ? round : index } },
        upsert: true,
      },
    });
    await expect(
      writeMany<{ _id: string; set: unknown }>({ collection }, [0, 1, 2, 3, 4].map(write)),
    ).rejects.toThrow();
    const kept = await collection.find({ _id: { $regex: `^${bad}-` } }).toArray();
    expect(kept.map(({ set }) => set).sort()).toEqual([0, 1, 2, 3, 4].filter((index) => index !== bad));
  },
);

test('an attempt that cannot be recorded holds up none of those recorded with it', async () => {
  const ids = ['a', 'bad', 'c'].map((id) => id as DeliveryId);
  const kept = new Set<string>();
  const deliveries = {
    ...office.stores.deliveries,
    recordAll: async (attempts: readonly { readonly id: DeliveryId }[]) => {
      if (attempts.some(({ id }) => id === 'bad')) throw new Error('cannot be kept');
      for (const { id } of attempts) kept.add(id);
    },
  };
  const attempts = ids.map((id) => ({ id, owner: 'o', attempt: { state: 'sent', at: new Date() } as const }));
  const work = recordUntilKept({ deliveries, pause: async () => undefined }, attempts);
  await expect(work).rejects.toThrow('cannot be kept');
  expect([...kept]).toEqual(['a', 'c']);
});

test('a training that is not as it should be keeps no other round from opening, and is named in the log, and to staff', async () => {
  const codes = ['BAD-1', 'GOOD-1', 'GOOD-2'];
  await office.imports(
    codes.map((training_code, index) => participant(index + 1, { ...sellingCourse, training_code })),
  );
  const trainings = office.running.office.database.collection<{ _id: string }>('trainings');
  await trainings.updateOne({ _id: 'BAD-1' }, { $set: { instructorEmails: 7 } });
  await office.at(t1Opens);
  const stateOf = async (code: string) =>
    (await office.stores.rounds.ofTraining(code as never)).map(({ state }) => state)[0];
  expect(await Promise.all(codes.map(stateOf))).toEqual(['planned', 'open', 'open']);
  const named = office.log.filter(({ level }) => level === 'error').map(({ fields }) => fields.round);
  expect(named).toContain('BAD-1/T1/1');
  expect(office.staff.chat.cards.filter(({ text }) => text.includes('暂时发不出去'))).toHaveLength(1);
});

test('a damaged visit and a damaged message keep nobody else’s from going out; their round is not counted without them', async () => {
  const numbers = [11, 12, 13, 14];
  const people = [];
  for (const number of numbers) people.push(await office.person({ ...participant(number), locale: 'en-US' }));
  const codeOf = (number: number) => (number === 14 ? 'WHOLE-1' : 'HURT-1');
  await office.imports(
    numbers.map((number) => participant(number, { ...sellingCourse, training_code: codeOf(number) })),
  );
  await office.at('2026-08-17T09:30+08:00');
  const { database } = office.running.office;
  const visits = database.collection<{ _id: string; person?: string }>('visits');
  const hurt = await visits.findOne({ training: 'HURT-1' }, { sort: { _id: 1 } });
  await visits.updateOne({ _id: hurt?._id ?? '' }, { $unset: { person: 1 } });
  const deliveries = database.collection<{ _id: string; subject: unknown; recipient: unknown }>('deliveries');
  for (const { _id, ...one } of await deliveries.find({ kind: 'invitation' }).toArray())
    await deliveries.insertOne({
      ...one,
      ...{ _id: `damaged ${_id}`, state: 'planned', subject: 7, recipient: {}, notBefore: new Date(0) },
    });

  await office.at('2026-08-25T09:00+08:00');
  // Of the invitation's and the reminder's card the one whose visit is damaged has the first.
  expect(people.map(({ chat }) => chat.cards.length).toSorted()).toEqual([1, 2, 2, 2]);
  const told = () => office.staff.chat.cards.filter(({ text }) => text.includes('出了点问题'));
  expect(told()).toHaveLength(1);

  // Nobody counts the round meanwhile, and nobody takes back what may hold an answer; its neighbour is told as ever.
  const { deps } = office.running.office;
  const counted = async (code: string) => {
    const training = await deps.trainings.byCode(code as TrainingCode);
    const { rounds } = await funnelOf(deps, training ?? expect.fail());
    const open = await deps.rounds.open();
    const scope = await scopeRounds(
      deps,
      open.filter((one) => one.training === code),
      { kind: 'all' },
      { minimum: 1, today: '2026-08-25', timeZone: 'Asia/Shanghai' },
    );
    return [rounds.some(({ round }) => round.kind === 'T1'), scope.map(({ people }) => people !== undefined)];
  };
  expect(await counted('HURT-1')).toEqual([false, [false]]);
  expect(await counted('WHOLE-1')).toEqual([true, [true]]);
  const out = [
    { training: 'HURT-1', begun: 1 },
    { training: 'WHOLE-1', begun: 0 },
  ];
  expect(await undoImport(deps, byTest)).toMatchObject({ kind: 'already-out', out });

  await office.at(t1Over);
  const stateOf = async (code: string) =>
    (await office.stores.rounds.ofTraining(code as TrainingCode)).map(
      ({ state, kind }) => `${kind} ${state}`,
    )[0];
  expect(await Promise.all(['HURT-1', 'WHOLE-1'].map(stateOf))).toEqual(['T1 open', 'T1 closed']);
  const lines = office.log.filter(({ fields }) => fields.collection === 'visits');
  expect(lines.map(({ fields }) => fields)).toEqual([
    { collection: 'visits', record: hurt?._id, fields: ['person'] },
  ]);

  // Nobody has chosen a channel for the result of the other: each of staff hears it once, when it has waited for a working day.
  const noChannel = () =>
    office.staff.chat.texts.filter((text) => text.includes('还没选定在哪个频道接收')).length;
  await office.at('2026-08-31T17:00+08:00');
  expect(noChannel()).toBe(0);
  await office.at('2026-09-01T09:00+08:00');
  await office.at('2026-09-02T09:00+08:00');
  expect(noChannel()).toBe(1);

  // Put right, it is counted with everybody.
  await visits.replaceOne({ _id: hurt?._id ?? '' }, hurt ?? {});
  await office.running.runTicks();
  expect(await stateOf('HURT-1')).toBe('T1 closed');
  const [round] = await office.stores.rounds.ofTraining('HURT-1' as TrainingCode);
  expect(await office.stores.visits.countByState(round?.id as RoundId)).toMatchObject({ expired: 3 });
});
