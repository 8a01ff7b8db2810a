import { expect, test } from 'vitest';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { matchAccount } from '../../../src/domain/people/match-account.ts';
import { sayWhoseAccount } from '../../../src/domain/sequels/say-whose-account.ts';
import { sighting } from '../../support/account-sightings.ts';
import { byTest } from '../../support/by-test.ts';
import { dieAtWrite } from '../../support/die-at-write.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const deps = () => ({ ...stores(), clock: { now: () => byTest.at } });
const staff = 'staff' as PersonId;
let used = 0;

/** Tom has an account; a second one comes with his address, and is held. */
const given = async () => {
  used += 1;
  const emails = [`tom-${used}@contoso.example`];
  const { accounts, people } = stores();
  const tom = await people.appear(`tom-${used}@contoso.example`, 'Tom');
  for (const name of ['first', 'second'])
    await matchAccount(deps(), await accounts.saw({ ...sighting(`${name}-${used}`), emails }));
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
  return { tom: tom.id, say, outcome, meetAgain };
};

const whole = {
  same: { said: 'same', asks: undefined, toms: true, others: 2, addresses: [true] },
  another: { said: 'another', asks: undefined, toms: false, others: 1, addresses: [true] },
} as const;

test.each(['same', 'another'] as const)(
  'killed before any write or after it, an answer “%s” that is given again comes to the same, and the other one changes nothing',
  async (said) => {
    for (const when of ['before', 'after'] as const)
      for (let nth = 1, died = true; died; nth += 1) {
        const { tom, say, outcome, meetAgain } = await given();
        const answer = () => say(said === 'same' ? tom : undefined);
        died = await dieAtWrite(nth, when, answer);
        const between = await outcome();
        // Nothing is Tom's before it was said, and nothing any more once another was.
        if (between.said !== 'same') expect(between).toMatchObject({ toms: false, others: 1 });
        await answer();
        await say(said === 'same' ? undefined : tom);
        await meetAgain();
        expect(await outcome(), `killed ${when} write ${nth}`).toEqual(whole[said]);
      }
  },
  120_000,
);
