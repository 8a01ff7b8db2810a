import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordUntilKept } from '../../src/domain/deliveries/record-until-kept.ts';
import type { DeliveryId } from '../../src/domain/kernel/ids.ts';
import { writeMany } from '../../src/store/write-many.ts';
import { seenAs } from '../../src/teams/bot/teams-account.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { sellingCourse, t1Opens } from '../support/selling-course.ts';

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
