import { expect, test } from 'vitest';
import { textReference } from '../../../src/domain/audit/entry.ts';
import { moveEntries } from '../../../src/domain/audit/move-entries.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { matchAccount, meetSpeaker } from '../../../src/domain/people/match-account.ts';
import { sayWhoseAccount } from '../../../src/domain/sequels/say-whose-account.ts';
import { sighting } from '../../support/account-sightings.ts';
import { byTest } from '../../support/by-test.ts';
import { dieAtWrite } from '../../support/die-at-write.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const deps = () => ({ ...stores(), clock: { now: () => byTest.at } });
const staff = 'staff' as PersonId;
let used = 0;

/** Tom has an account; a second one comes with his address, and is held. He may have given the address up, or have left. */
const given = async (before: 'second-account' | 'reused-address' | 'has-left' = 'second-account') => {
  used += 1;
  const emails = [`tom-${used}@contoso.example`];
  const { accounts, people } = stores();
  const tom = await people.appear(`tom-${used}@contoso.example`, 'Tom');
  const meet = async (name: string, own: readonly string[]) =>
    matchAccount(deps(), await accounts.saw(sighting(`${name}-${used}`, { emails: own })));
  await meet('first', emails);
  if (before === 'reused-address') await meet('first', [`tom-${used}@fabrikam.example`]);
  if (before === 'has-left') await people.leave(tom.id, staff, byTest);
  await meet('second', emails);
  const { key } = sighting(`second-${used}`);
  const held = await accounts.byKey(key);
  if (held?.question === undefined) throw new Error('it is not held');
  const asked = held.question.at;
  const say = (person?: PersonId) =>
    sayWhoseAccount(
      deps(),
      { account: key, over: asked, ...(person === undefined ? {} : { person }) },
      { ...byTest, at: new Date(byTest.at.getTime() + 60_000) },
      staff,
    );
  const outcome = async () => {
    const account = await accounts.byKey(key);
    const owner = account?.personId === undefined ? undefined : await people.byId(account.personId);
    return {
      said: account?.verdict?.said,
      asks: account?.question?.why,
      toms: owner?.id === tom.id,
      others: (await accounts.ofPeople([tom.id])).length,
      addresses: (await people.byEmails(emails)).map(({ id }) => id === tom.id),
    };
  };
  const meetAgain = async () => {
    const account = await accounts.byKey(key);
    if (account !== undefined) await matchAccount(deps(), account);
  };
  const written = async () => {
    // Whoever speaks is somebody by then.
    const account = await accounts.byKey(key);
    if (account !== undefined) await meetSpeaker(deps(), account);
    await moveEntries(stores());
    return (await stores().trail.about('account', textReference(key))).map(({ what }) => what).toSorted();
  };
  return { tom: tom.id, say, outcome, meetAgain, written };
};

test('an account that is somebody’s, and has an address of somebody else too, is not theirs by an answer: they are made one by another way', async () => {
  const { accounts, people } = stores();
  const [ann, bob] = [
    await people.appear('ann@both.example', 'Ann'),
    await people.appear('bob@both.example', 'Bob'),
  ];
  await matchAccount(deps(), await accounts.saw(sighting('ann-both', { emails: ['ann@both.example'] })));
  const emails = ['ann@both.example', 'bob@both.example'];
  const account = await accounts.saw(sighting('ann-both', { emails }));
  await matchAccount(deps(), account);
  const question = (await accounts.byKey(account.key))?.question;
  if (question === undefined) return expect.fail();
  expect(question.why).toBe('also-of');
  const said = { account: account.key, over: question.at, person: bob.id };
  await expect(sayWhoseAccount(deps(), said, byTest, staff)).rejects.toThrow('form-not-understood');
  expect(await accounts.byKey(account.key)).toMatchObject({ personId: ann.id, question: { why: 'also-of' } });
});

const whole = {
  same: { said: 'same', asks: undefined, toms: true, others: 2, addresses: [true] },
  another: { said: 'another', asks: undefined, toms: false, others: 1, addresses: [true] },
} as const;

/** Whose it is stands in the confirmation itself; whoever is set apart becomes somebody of their own. */
const wholeTrail = {
  same: ['account-confirmed', 'account-questioned'],
  another: ['account-attached', 'account-questioned', 'account-set-apart'],
} as const;

test.each(['same', 'another'] as const)(
  'killed before any write or after it, an answer “%s” that is given again comes to the same, is written down once, and the other one changes nothing',
  async (said) => {
    for (const when of ['before', 'after'] as const)
      for (let nth = 1, died = true; died; nth += 1) {
        const { tom, say, outcome, meetAgain, written } = await given();
        const answer = () => say(said === 'same' ? tom : undefined);
        died = await dieAtWrite(nth, when, answer);
        const between = await outcome();
        // Nothing is Tom's before it was said, and nothing any more once another was.
        if (between.said !== 'same') expect(between).toMatchObject({ toms: false, others: 1 });
        await answer();
        await say(said === 'same' ? undefined : tom);
        await meetAgain();
        expect(await outcome(), `killed ${when} write ${nth}`).toEqual(whole[said]);
        expect(await written(), `killed ${when} write ${nth}`).toEqual(wholeTrail[said]);
      }
  },
  120_000,
);

test.each(['reused-address', 'has-left'] as const)(
  'killed before any write or after it, “another” of an account with an address that means somebody else by now (%s) gives it to them once it is given again',
  async (before) => {
    for (const when of ['before', 'after'] as const)
      for (let nth = 1, died = true; died; nth += 1) {
        const { say, outcome, written } = await given(before);
        died = await dieAtWrite(nth, when, () => say());
        await say();
        expect(await written(), `killed ${when} write ${nth}`).toEqual(wholeTrail.another);
        expect(await outcome(), `killed ${when} write ${nth}`).toEqual({
          ...whole.another,
          addresses: [false],
        });
      }
  },
  120_000,
);
