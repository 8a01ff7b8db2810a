import { expect, test } from 'vitest';
import { moveEntries } from '../../../src/domain/audit/move-entries.ts';
import { whose } from '../../../src/domain/followups/visit.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import type { Account } from '../../../src/domain/people/account.ts';
import { matchAccount } from '../../../src/domain/people/match-account.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';
import { learnAddressesAgain } from '../../../src/domain/sequels/learn-addresses-again.ts';
import { settleMerges } from '../../../src/domain/sequels/same-person.ts';
import { aRound, aVisit, code } from '../../store/samples.ts';
import { sighting } from '../../support/account-sightings.ts';
import { byTest } from '../../support/by-test.ts';
import { dieAtWrite } from '../../support/die-at-write.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const responseKeys = createResponseKeys('secret of a test');
const dayMs = 24 * 3_600_000;
let used = 0;

/**
 * Nia has an account and is asked in a round; by now the directory has another address of hers. A roster may have named her by
 * it since, and asked her in the same round.
 */
const given = async (isNamed: boolean) => {
  used += 1;
  const { people, accounts, visits, rounds, trainings } = stores();
  // Earlier each time: what was learnt for those before is not due.
  const today = new Date(byTest.at.getTime() - used * 2 * dayMs);
  const [old, another] = [`nia-${used}@contoso.example`, `nia-${used}@fabrikam.example`];
  const { key } = sighting(`nia-${used}`);
  const directory = {
    lookUp: async (account: Account) =>
      account.key === key ? { emails: [another], guest: false } : undefined,
  };
  const deps = { ...stores(), responseKeys, settings, directory, clock: { now: () => today } };
  const nia = await people.appear(old, 'Nia');
  const seen = sighting(`nia-${used}`, { emails: [old], seenAt: new Date(today.getTime() - 2 * dayMs) });
  await matchAccount(deps, await accounts.saw(seen));
  const round = aRound({ training: code(`LEARN-${used}`) });
  await rounds.plan(round, byTest);
  await rounds.markOpen(round.id, { questionnaire: 't1.1', instructors: [] }, byTest);
  const asked = isNamed ? [nia, await people.appear(another, '')] : [nia];
  for (const { id: person } of asked) {
    await trainings.enrol(
      { training: round.training, person, department: 'Sales', withdrawn: false },
      byTest,
    );
    await visits.open([aVisit({ round: round.id, training: round.training, person })]);
  }
  const outcome = async () => {
    await moveEntries(stores());
    const account = await accounts.byKey(key);
    const counting = (await visits.ofRound(round.id)).filter(({ countedAs }) => countedAs === undefined);
    const about = [
      ...asked.map(({ id }) => ['person', id] as const),
      ...(await visits.ofRound(round.id)).map(({ id }) => ['visit', id] as const),
    ];
    const trail = await Promise.all(about.map(([kind, id]) => stores().trail.about(kind, id)));
    return {
      known: account?.emails,
      asks: account?.question,
      hers: account?.personId === nia.id,
      found: (await people.byEmails([old, another])).map(({ id }) => id === nia.id),
      counting: counting.map((visit) => whose(visit) === nia.id),
      lines: (await trainings.enrolments(round.training)).map(({ person }) => person === nia.id),
      unsettled: (await people.unsettledMerges()).length,
      written: trail
        .flat()
        .map(({ what }) => what)
        .toSorted(),
    };
  };
  const whole = {
    known: [another],
    asks: undefined,
    hers: true,
    found: [true],
    counting: [true],
    lines: [true],
    unsettled: 0,
    written: isNamed ? ['person-merged', 'visit-merged'] : ['address-learnt'],
  };
  return { deps, today, outcome, whole };
};

test.each([
  ['that a roster has named them by', true],
  ['that nobody had', false],
] as const)(
  'killed before any write or after it, an address %s is learnt all the same, and written down once',
  async (_, isNamed) => {
    for (const when of ['before', 'after'] as const)
      for (let nth = 1, died = true; died; nth += 1) {
        const { deps, today, outcome, whole } = await given(isNamed);
        died = await dieAtWrite(nth, when, () => learnAddressesAgain(deps));
        await settleMerges(deps);
        // What was looked up is looked up again a day later.
        const tomorrow = { ...deps, clock: { now: () => new Date(today.getTime() + 1.5 * dayMs) } };
        await learnAddressesAgain(tomorrow);
        expect(await outcome(), `killed ${when} write ${nth}`).toEqual(whole);
      }
  },
  120_000,
);
