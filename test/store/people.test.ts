import { describe, expect, it } from 'vitest';
import { byTest } from '../support/by-test.ts';
import { useStores } from './two-processes.ts';

describe('people', () => {
  const { one, other } = useStores();

  it('finds the same person by an e-mail in any case', async () => {
    const made = await one().people.appear('Ann@Example.com', 'Ann');
    expect(made).toEqual({ id: made.id, email: 'ann@example.com', name: 'Ann', standing: [], seats: [] });
    expect(await other().people.appear(' ann@EXAMPLE.com', 'Ann')).toEqual(made);
  });

  it('makes one person of an e-mail that appears twenty times at once', async () => {
    const appearing = Array.from({ length: 20 }, (_, n) =>
      (n % 2 === 0 ? one() : other()).people.appear('race@example.com', `Name ${n}`),
    );
    expect(new Set((await Promise.all(appearing)).map(({ id }) => id)).size).toBe(1);
    expect(await one().people.byEmails(['race@example.com'])).toHaveLength(1);
  });

  it('are found by their addresses, each list apart, however many are asked for side by side', async () => {
    await one().people.appear('kim@example.com', 'Kim');
    await one().people.appear('lou@example.com', 'Lou');
    const asked = [['KIM@example.com', 'nobody@example.com'], [], ['lou@example.com', 'kim@example.com']];
    const found = await Promise.all(asked.map((emails) => one().people.byEmails(emails)));
    expect(found.map((people) => people.map(({ name }) => name).toSorted())).toEqual([
      ['Kim'],
      [],
      ['Kim', 'Lou'],
    ]);
  });

  it('makes nobody of an empty e-mail', async () => {
    await expect(one().people.appear(' ', 'Nobody')).rejects.toThrow(RangeError);
  });

  it('replaces a name by a newer one, but never by an empty one', async () => {
    await one().people.appear('bo@example.com', 'Bo');
    await one().people.appear('bo@example.com', 'Bo Li');
    expect((await one().people.appear('bo@example.com', ' ')).name).toBe('Bo Li');
  });

  it('finds people by their whole name or e-mail, whatever the case', async () => {
    const made = await one().people.appear('cai@example.com', 'Cai Wen');
    expect(await one().people.named('cai wen')).toEqual([made]);
    expect(await one().people.named('CAI@example.com')).toEqual([made]);
    expect(await one().people.named('cai')).toEqual([]);
    expect(await one().people.named('')).toEqual([]);
  });

  it('grants a role once and revokes it', async () => {
    const { id } = await one().people.appear('dee@example.com', 'Dee');
    await one().people.grant(id, { role: 'trainingStaff' }, byTest);
    await other().people.grant(id, { role: 'trainingStaff' }, byTest);
    expect((await one().people.byId(id))?.standing).toEqual(['trainingStaff']);
    expect((await one().people.withRole('trainingStaff')).map((found) => found.id)).toEqual([id]);
    await one().people.revoke(id, { role: 'trainingStaff' }, byTest);
    expect(await one().people.withRole('trainingStaff')).toEqual([]);
  });

  it('gives a department’s seat once, however it is written, and each department its own', async () => {
    const { id } = await one().people.appear('fay@example.com', 'Fay');
    const seat = { role: 'departmentHead', department: 'Sales' } as const;
    await one().people.grant(id, seat, byTest);
    await other().people.grant(id, seat, byTest);
    await other().people.grant(id, { ...seat, department: 'SALES' }, byTest);
    await one().people.grant(id, { ...seat, department: 'Service' }, byTest);
    expect((await one().people.byId(id))?.seats).toEqual([seat, { ...seat, department: 'Service' }]);
  });

  it('takes a smuggled operator for text, which is nobody', async () => {
    await one().people.appear('eve@example.com', 'Eve');
    const smuggled = JSON.parse('{"$gt":""}');
    expect(await one().people.byId(smuggled)).toBeUndefined();
    expect(await one().people.byIds([smuggled])).toEqual([]);
    expect(await one().people.byEmails([smuggled])).toEqual([]);
  });
});
