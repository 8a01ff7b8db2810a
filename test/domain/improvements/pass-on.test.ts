import { expect, test } from 'vitest';
import { moveEntries } from '../../../src/domain/audit/move-entries.ts';
import { passOnImprovement } from '../../../src/domain/improvements/pass-on.ts';
import { type ImprovementId, issueId, type PersonId, roundId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { anImprovement, code, person } from '../../store/samples.ts';
import { byTest } from '../../support/by-test.ts';
import { dieAtWrite } from '../../support/die-at-write.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const deps = () => ({ ...stores(), settings: defaultSettings, clock: { now: () => byTest.at } });
let used = 0;

/** A measure of the owner's, and who answers for it as kept. */
const given = async () => {
  used += 1;
  const improvement = `handed-${used}` as ImprovementId;
  const issue = issueId(roundId(code(`HAND-${used}`), 'T1', 1), 'd1');
  await stores().improvements.assign(
    anImprovement({ id: improvement, issue, owner: person('owner') }),
    byTest,
  );
  const handTo = (to: PersonId, from = person('owner')) =>
    passOnImprovement(deps(), { improvement, from, to, by: person('staff') });
  const kept = async () => (await stores().improvements.byId(improvement)) ?? expect.fail();
  const told = async (to: PersonId) =>
    (await stores().deliveries.of({
      subject: { kind: 'assignment', improvement },
      recipient: { person: to },
    })) !== undefined;
  return { improvement, handTo, kept, told };
};
const refused = { code: 'issue-already-assigned' };

test('of two who hand a measure on at once one does, and the other is told that it has an owner', async () => {
  const { handTo, kept, told } = await given();
  const [one, other] = [person('one'), person('other')];
  const outcomes = await Promise.allSettled([handTo(one), handTo(other)]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const { owner, steps } = await kept();
  expect(steps).toHaveLength(1);
  expect([await told(one), await told(other)]).toEqual([owner === one, owner === other]);
});

test('handed to whoever has it, nothing is written', async () => {
  const { handTo, kept } = await given();
  await expect(handTo(person('owner'))).rejects.toMatchObject(refused);
  await expect(handTo(person('next'), person('nobody'))).rejects.toMatchObject(refused);
  expect((await kept()).steps).toEqual([]);
});

test('what is done stays with whoever did it', async () => {
  const { improvement, handTo, kept } = await given();
  await stores().improvements.step(
    improvement,
    { at: byTest.at, by: person('owner'), state: 'done' },
    byTest,
  );
  await expect(handTo(person('next'))).rejects.toMatchObject(refused);
  expect((await kept()).owner).toBe(person('owner'));
});

test('killed after any write of it and pressed again, it is handed on once and its new owner is told', async () => {
  for (let nth = 1, died = true; died; nth += 1) {
    const { improvement, handTo, kept, told } = await given();
    died = await dieAtWrite(nth, 'after', () => handTo(person('next')));
    await handTo(person('next'));
    expect((await kept()).owner).toBe(person('next'));
    expect(await told(person('next'))).toBe(true);
    await moveEntries(stores());
    const trail = await stores().trail.about('improvement', improvement);
    const passed = trail.filter(({ what }) => what === 'improvement-passed-on');
    expect(passed).toMatchObject([{ before: { owner: person('owner') }, after: { owner: person('next') } }]);
  }
});
