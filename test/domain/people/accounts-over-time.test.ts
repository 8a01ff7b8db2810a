import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whose } from '../../../src/domain/followups/visit.ts';
import type { PersonId, VisitId } from '../../../src/domain/kernel/ids.ts';
import type { Account } from '../../../src/domain/people/account.ts';
import { addressesOf } from '../../../src/domain/people/addresses-of.ts';
import { meetSpeaker } from '../../../src/domain/people/match-account.ts';
import { isHeld } from '../../../src/domain/people/whose-account.ts';
import { drawn } from '../../support/how-often.ts';
import { type AccountStep, cast, playAccounts, type Sight } from '../../support/play-accounts.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
let plays = 0;

const account = fc.nat(cast.accounts - 1);
const address = fc.nat(cast.addresses - 1);
const addresses = fc.uniqueArray(address, { minLength: 1, maxLength: 2 });
const seldom = fc.constantFrom(true, false, false, false);
const kind = <K extends string>(...kinds: K[]) => fc.constantFrom(...kinds);

const steps: fc.Arbitrary<AccountStep> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: kind('sighted', 'speaks'),
      account,
      addresses,
      guest: seldom,
      marked: seldom,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kind('give', 'give', 'take'), address, role: kind('coach', 'supervisor') }),
  },
  { weight: 3, arbitrary: fc.record({ kind: kind('roster'), address, marked: seldom }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kind('directory'), account, addresses, guest: seldom }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kind('night') }) },
  { weight: 6, arbitrary: fc.record({ kind: kind('same', 'another'), account, person: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('merge'), kept: address, other: address }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('left', 'left', 'returned'), address }) },
);

const sees = (account: number, ...addresses: number[]): AccountStep => ({
  kind: 'sighted',
  ...{ account, addresses, guest: false, marked: false },
});
const says = (kind: 'same' | 'another', account: number): AccountStep => ({ kind, account, person: 0 });
const roster = (address: number): AccountStep => ({ kind: 'roster', address, marked: false });
/** Together they have every question and every answer, whatever else is drawn. */
const stories: readonly AccountStep[][] = [
  [
    ...[roster(0), { kind: 'give', address: 0, role: 'coach' } as const, sees(0, 0), says('same', 0)],
    ...[sees(1, 0), says('another', 1), says('same', 1), says('another', 1)],
    ...[sees(0, 1), sees(2, 0), says('another', 2), sees(2, 0, 1)],
  ],
  [
    ...[roster(0), roster(1), sees(0, 0, 1), says('same', 0), { kind: 'left', address: 0 } as const],
    ...[
      sees(1, 0),
      says('another', 1),
      says('same', 1),
      { ...sees(2, 2), kind: 'speaks', guest: true } as AccountStep,
    ],
    ...[says('another', 2), says('same', 2), roster(3), sees(3, 3), sees(3, 1, 3)],
  ],
];

/** Whose an account is, under the id they are by now. */
const ownerOf = ({ selfOf }: Sight, { personId }: Pick<Account, 'personId'>): PersonId | undefined =>
  personId && selfOf(personId);

type Play = Awaited<ReturnType<typeof playAccounts>>;

/** Who is asked about is nobody, to whoever sends and to whoever is spoken to. */
const nothingIsHeldByTheWay = async ({ deps }: Play, { accounts, people }: Sight): Promise<void> => {
  const theirs = await deps.accounts.ofPeople([...people.keys()]);
  for (const one of accounts.filter(isHeld)) {
    expect(one.personId).toBeUndefined();
    expect(theirs.map(({ key }) => key)).not.toContain(one.key);
    expect(await meetSpeaker(deps, one)).toBeUndefined();
  }
};

const eachAddressIsOnes = async ({ deps, addresses }: Play, { people, accounts }: Sight): Promise<void> => {
  // Nothing unseen is kept in one, or it would be another.
  for (const { emails } of accounts) expect(addresses).toEqual(expect.arrayContaining([...emails]));
  const all = [...people.values()].flatMap(addressesOf);
  expect(all.toSorted()).toEqual([...new Set(all)].toSorted());
  for (const one of addresses) expect((await deps.people.byEmails([one])).length).toBeLessThan(2);
};

const eachCountsOnce = ({ visits, selfOf }: Sight): void => {
  const counting = visits.filter(({ countedAs }) => countedAs === undefined);
  const people = counting.map((visit) => selfOf(whose(visit)));
  expect(people.toSorted()).toEqual([...new Set(people)].toSorted());
  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  for (const visit of visits) {
    // Whoever was ever asked is counted by one that counts, which is theirs.
    let end = visit;
    for (let left = visits.length; end.countedAs !== undefined && left > 0; left -= 1)
      end = byId.get(end.countedAs as VisitId) ?? expect.fail();
    expect(end.countedAs).toBeUndefined();
    expect(selfOf(whose(end))).toBe(selfOf(whose(visit)));
  }
};

/** By itself an account becomes only somebody's of whom nothing is at stake; what staff said stays so. */
const nothingComesByItself = (step: AccountStep, { keys }: Play, before: Sight, after: Sight): void => {
  for (const one of after.accounts) {
    if (one.verdict?.said === 'same' && one.verdict.person !== undefined)
      expect(ownerOf(after, one)).toBe(after.selfOf(one.verdict.person));
    if (step.kind === 'same' && keys[step.account] === one.key) continue;
    const was = before.accounts.find(({ key }) => key === one.key);
    const [owner, owned] = [ownerOf(after, one), was && ownerOf(before, was)];
    if (owner === undefined || (owned !== undefined && after.selfOf(owned) === owner)) continue;
    // Named by the staff, somebody nobody had met appears, and is found to be the other at once.
    if (step.kind === 'merge' && owned === undefined && !(was && isHeld(was))) continue;
    const known = before.people.get(owner);
    if (one.verdict?.said === 'another' && one.verdict.person !== undefined)
      expect(owner).not.toBe(after.selfOf(one.verdict.person));
    if (one.guest === true) expect(one.verdict).toBeDefined();
    if (known === undefined) continue;
    expect([known.standing, known.left]).toEqual([[], undefined]);
    expect(before.accounts.filter((other) => ownerOf(before, other) === owner)).toEqual([]);
  }
};

/** What an account brought to a person of its own comes back with it once it is said to be somebody else's. */
const nothingStaysBehind = (step: AccountStep, { keys }: Play, before: Sight, after: Sight): void => {
  if (step.kind !== 'same') return;
  const [was, is] = [before, after].map(({ accounts }) =>
    accounts.find(({ key }) => key === keys[step.account]),
  );
  const own = was && ownerOf(before, was);
  if (is === undefined || own === undefined || own === ownerOf(after, is)) return;
  const left = after.people.get(own);
  expect(left && addressesOf(left).filter((one) => is.emails.includes(one))).toEqual([]);
};

const asStored = ({ accounts, visits, people, lines }: Sight) => ({
  accounts,
  visits,
  lines,
  people: [...people.values()],
});

test('whatever happens to accounts, in whatever order: who is asked about is nobody, nothing at stake comes by itself, an address is one’s, each counts once, and nothing happens twice', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 8, maxLength: 16 }), async (drawnSteps) => {
      plays += 1;
      const play = await playAccounts(stores(), plays);
      let before = await play.look();
      for (const step of [...drawnSteps, { kind: 'night' } as const]) {
        play.later();
        const work = await play.prepared(step);
        await play.does(work);
        const after = await play.look();
        await nothingIsHeldByTheWay(play, after);
        await eachAddressIsOnes(play, after);
        eachCountsOnce(after);
        nothingComesByItself(step, play, before, after);
        nothingStaysBehind(step, play, before, after);
        const entries = await play.entries();
        await play.does(work);
        expect(asStored(await play.look())).toEqual(asStored(after));
        expect(await play.entries()).toBe(entries);
        for (const { question, verdict } of after.accounts) {
          if (question !== undefined) seen.add(question.why);
          if (verdict !== undefined) seen.add(verdict.said);
        }
        before = after;
      }
    }),
    {
      ...drawn(6),
      endOnFailure: true,
      examples: stories.map((story) => [story]),
    },
  );
  // All that may be asked and said came up.
  expect([...seen].toSorted()).toEqual(
    [
      ...['also-of', 'another', 'guest', 'has-left', 'has-role'],
      ...['reused-address', 'same', 'second-account', 'two-people'],
    ].toSorted(),
  );
}, 600_000);
