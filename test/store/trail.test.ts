import { describe, expect, it } from 'vitest';
import { moveEntries } from '../../src/domain/audit/move-entries.ts';
import type { PersonId } from '../../src/domain/kernel/ids.ts';
import { byTest } from '../support/by-test.ts';
import { dieAtWrite } from '../support/die-at-write.ts';
import { useStores } from './two-processes.ts';

const byLater = { ...byTest, at: new Date(byTest.at.getTime() + 1000) };
const byLast = { ...byTest, at: new Date(byTest.at.getTime() + 2000) };

describe('the trail', () => {
  const { one, other, either, opened } = useStores();
  const someone = async (name: string): Promise<PersonId> =>
    (await one().people.appear(`${name}@example.com`, name)).id;
  const stored = (id: PersonId) =>
    opened().connection.collection<{ _id: string; entries?: unknown[] }>('people').findOne({ _id: id });
  const roles = async (id: PersonId) =>
    (await one().trail.about('person', id)).map(({ what, after, before }) => [what, (after ?? before)?.role]);

  it('takes an entry from the record it was written with, and leaves the record as if there had been none', async () => {
    const id = await someone('moved');
    const before = await stored(id);
    await one().people.grant(id, { role: 'coach' }, { who: { person: id }, at: byTest.at });
    const held = await stored(id);
    expect(held?.entries).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{16}$/),
        who: { person: id },
        at: byTest.at,
        what: 'role-given',
        about: { kind: 'person', id },
        after: { role: 'coach' },
      },
    ]);
    expect(await moveEntries(one())).toBe(1);
    expect(await stored(id)).toEqual({ ...before, standing: ['coach'] });
    expect(await one().trail.about('person', id)).toMatchObject([
      { by: { who: { person: id }, at: byTest.at }, what: 'role-given', after: { role: 'coach' } },
    ]);
    expect(await moveEntries(one())).toBe(0);
  });

  it('has every entry once, however many processes move them', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, (_, n) => someone(`crowd-${n}`)));
    const give = async (id: PersonId, n: number) => {
      await either(n).people.grant(id, { role: 'expert' }, byTest);
      await either(n + 1).people.grant(id, { role: 'coach' }, byLater);
    };
    await Promise.all([...ids.map(give), ...[0, 1, 2, 3].map((n) => moveEntries(either(n)))]);
    await Promise.all([0, 1, 2, 3].map((n) => moveEntries(either(n))));
    for (const id of ids) {
      expect(await roles(id)).toEqual([
        ['role-given', 'expert'],
        ['role-given', 'coach'],
      ]);
      expect(await stored(id)).not.toHaveProperty('entries');
    }
  });

  it('has it once when a process died after keeping it, and keeps what was written meanwhile', async () => {
    const id = await someone('half-moved');
    await one().people.grant(id, { role: 'expert' }, byTest);
    const pending = await one().trail.pending(10);
    await one().trail.keep(pending.map(({ entry }) => entry));
    // Here the process dies; another adds an entry, and the first one's letting go comes late.
    await other().people.revoke(id, { role: 'expert' }, byLater);
    await other().trail.letGo(pending);
    expect(await moveEntries(other())).toBe(1);
    await one().trail.keep(pending.map(({ entry }) => entry));
    await one().trail.letGo(pending);
    expect(await roles(id)).toEqual([
      ['role-given', 'expert'],
      ['role-taken', 'expert'],
    ]);
  });

  it('has it once when the process that moves is killed before or after any of its writes', async () => {
    for (const when of ['before', 'after'] as const)
      for (let nth = 1, died = true; died; nth += 1) {
        const id = await someone(`killed-${when}-${nth}`);
        await one().people.grant(id, { role: 'expert' }, byTest);
        await one().people.grant(id, { role: 'coach' }, byLater);
        died = await dieAtWrite(nth, when, () => moveEntries(one()));
        await other().people.revoke(id, { role: 'expert' }, byLast);
        await moveEntries(other());
        expect(await roles(id)).toEqual([
          ['role-given', 'expert'],
          ['role-given', 'coach'],
          ['role-taken', 'expert'],
        ]);
        expect(await stored(id)).not.toHaveProperty('entries');
      }
  });

  it('moves more than fit one slice', async () => {
    const ids = await Promise.all(Array.from({ length: 230 }, (_, n) => someone(`slice-${n}`)));
    await Promise.all(ids.map((id, n) => either(n).people.grant(id, { role: 'expert' }, byTest)));
    expect(await moveEntries(one())).toBe(230);
  });

  it('finds what waits by an index that holds nothing else', async () => {
    const { connection } = opened();
    for (const model of Object.values(connection.models)) {
      if (model.schema.path('entries') === undefined) continue;
      const indexes = await model.collection.indexes();
      expect(indexes.find(({ key }) => 'entries.id' in key)).toMatchObject({ sparse: true });
    }
  });
});
