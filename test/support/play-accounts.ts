import { moveEntries } from '../../src/domain/audit/move-entries.ts';
import type { Visit } from '../../src/domain/followups/visit.ts';
import { type AccountKey, type PersonId, type TrainingCode, visitId } from '../../src/domain/kernel/ids.ts';
import { Refusal } from '../../src/domain/kernel/refusal.ts';
import { defaultSettings as settings } from '../../src/domain/kernel/settings.ts';
import type { Account } from '../../src/domain/people/account.ts';
import { changeRole } from '../../src/domain/people/change-role.ts';
import type { DirectoryFacts } from '../../src/domain/people/directory.ts';
import { matchAccount, meetSpeaker } from '../../src/domain/people/match-account.ts';
import { matchUnattached } from '../../src/domain/people/match-members.ts';
import { peopleAsked } from '../../src/domain/people/people-asked.ts';
import { personMeant } from '../../src/domain/people/person-meant.ts';
import { createResponseKeys } from '../../src/domain/responses/response-keys.ts';
import { learnAddressesAgain } from '../../src/domain/sequels/learn-addresses-again.ts';
import { samePerson } from '../../src/domain/sequels/same-person.ts';
import { sayWhoseAccount } from '../../src/domain/sequels/say-whose-account.ts';
import { somebodyLeft, somebodyReturned } from '../../src/domain/sequels/somebody-left.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { aRound, aVisit } from '../store/samples.ts';
import { sighting } from './account-sightings.ts';
import { byTestAt } from './by-test.ts';

/** Accounts and addresses by their numbers. */
export type AccountStep =
  | {
      readonly kind: 'sighted' | 'speaks';
      readonly account: number;
      readonly addresses: readonly number[];
      readonly guest: boolean;
      readonly marked: boolean;
    }
  | { readonly kind: 'give' | 'take'; readonly address: number; readonly role: 'coach' | 'supervisor' }
  | { readonly kind: 'roster'; readonly address: number; readonly marked: boolean }
  /** From now on the directory says so; it is asked at night. */
  | {
      readonly kind: 'directory';
      readonly account: number;
      readonly addresses: readonly number[];
      readonly guest: boolean;
    }
  | { readonly kind: 'night' }
  /** To what is asked of an account, or in place of what was answered. */
  | { readonly kind: 'same' | 'another'; readonly account: number; readonly person: number }
  | { readonly kind: 'merge'; readonly kept: number; readonly other: number }
  | { readonly kind: 'left' | 'returned'; readonly address: number };

/** So many accounts and addresses there are: few, so that they meet. */
export const cast = { accounts: 4, addresses: 5 } as const;

const dayMs = 24 * 3_600_000;
const staff = 'staff' as PersonId;
/** What copying leaves in the middle of an address, unseen. */
const mark = '\u200b';

/**
 * Accounts and people of one organisation, who have met nobody yet, and one open round. Each play is earlier than all before
 * it: what those left is not due any more.
 */
export const playAccounts = async (stores: Stores, number: number) => {
  let now = new Date(Date.UTC(2090, 0, 1) - number * 60 * dayMs);
  const clock = { now: () => now };
  const told = new Map<AccountKey, DirectoryFacts>();
  const directory = { lookUp: async ({ key }: Account) => told.get(key) };
  const responseKeys = createResponseKeys('secret of a test');
  const deps = { ...stores, clock, settings, responseKeys, directory };
  const address = (at: number, marked = false): string =>
    `p${at}${marked ? mark : ''}@play-${number}.example`;
  const addresses = Array.from({ length: cast.addresses }, (_, at) => address(at));
  const seenAs = (at: number) => ({ ...sighting(`play-${number}-${at}`), seenAt: now });
  const keys = Array.from({ length: cast.accounts }, (_, at) => seenAs(at).key);
  const keyAt = (at: number): AccountKey => keys[at] ?? seenAs(at).key;
  await moveEntries(stores);
  const round = aRound({ training: `PLAY-${number}` as TrainingCode });
  await stores.rounds.plan(round, byTestAt(now));
  await stores.rounds.markOpen(round.id, { questionnaire: 't1.1', instructors: [] }, byTestAt(now));

  const tellsRoster = async (email: string): Promise<void> => {
    const { id: person } = await stores.people.appear(email, '');
    const line = { training: round.training, person, department: 'Sales', withdrawn: false };
    await stores.trainings.enrol(line, byTestAt(now));
    const visit = aVisit({
      id: visitId(round.id, person),
      round: round.id,
      training: round.training,
      person,
    });
    await stores.visits.open([visit]);
    // An address that one account brings may be another's, too, which is asked about when it is next met: here at once.
    for (let met = 1; met > 0; ) met = (await matchUnattached(deps)).attached.length;
    await stores.accounts.learnAnew(now);
  };

  /** What a step comes to, as it stands before: to be done once or, pressed twice, again. */
  const prepared = async (step: AccountStep): Promise<() => Promise<unknown>> => {
    const by = { who: { person: staff }, at: now } as const;
    switch (step.kind) {
      case 'sighted':
      case 'speaks': {
        const emails = step.addresses.map((at) => address(at, step.marked));
        const seen = { ...seenAs(step.account), emails, guest: step.guest };
        const meet = step.kind === 'speaks' ? meetSpeaker : matchAccount;
        return async () => meet(deps, await stores.accounts.saw(seen));
      }
      case 'give':
      case 'take': {
        const { kind: change, role } = step;
        const account = await stores.accounts.saw(seenAs(cast.accounts));
        const request = { who: address(step.address), role, change };
        return () => changeRole(deps, { account, by }, request, () => false);
      }
      case 'roster':
        return () => tellsRoster(address(step.address, step.marked));
      case 'directory':
        return async () =>
          told.set(keyAt(step.account), {
            emails: step.addresses.map((at) => address(at)),
            guest: step.guest,
          });
      case 'night':
        now = new Date(now.getTime() + dayMs);
        return () => learnAddressesAgain(deps);
      case 'same':
      case 'another': {
        const account = await stores.accounts.byKey(keyAt(step.account));
        const over = account?.question?.at ?? account?.verdict?.at;
        if (account === undefined || over === undefined) return async () => undefined;
        const about = await peopleAsked(deps, account);
        const person = about[step.person % Math.max(1, about.length)]?.person.id;
        if (step.kind === 'same' && person === undefined) return async () => undefined;
        const said = { account: account.key, over, ...(step.kind === 'same' ? { person } : {}) };
        return () => sayWhoseAccount(deps, said as Parameters<typeof sayWhoseAccount>[1], by, staff);
      }
      case 'merge':
        return async () =>
          samePerson(
            deps,
            await personMeant(deps, address(step.kept)),
            await personMeant(deps, address(step.other)),
            by,
          );
      case 'left':
        return async () => somebodyLeft(deps, await personMeant(deps, address(step.address)), staff);
      case 'returned':
        return async () => somebodyReturned(deps, (await personMeant(deps, address(step.address))).id, by);
    }
  };

  const known = new Set<PersonId>();
  const look = async () => {
    const accounts = (await Promise.all(keys.map((key) => stores.accounts.byKey(key)))).filter(
      (account) => account !== undefined,
    );
    const visits: Visit[] = await stores.visits.ofRound(round.id);
    for (const { id } of await stores.people.byEmails(addresses)) known.add(id);
    for (const { personId } of accounts) if (personId !== undefined) known.add(personId);
    for (const { person } of visits) known.add(person);
    // Each under the id they are by now.
    const all = await Promise.all([...known].map((id) => stores.people.byId(id)));
    const people = new Map(all.flatMap((person) => (person === undefined ? [] : [[person.id, person]])));
    const selves = new Map([...known].map((id, index) => [id, all[index]?.id ?? id]));
    return {
      accounts,
      visits,
      people,
      /** Who somebody was found to be. */
      selfOf: (id: PersonId): PersonId => selves.get(id) ?? id,
      lines: await stores.trainings.enrolments(round.training),
    };
  };

  return {
    deps,
    keys,
    addresses,
    look,
    prepared,
    /** A minute later; what a person may not do is refused, and changes nothing. */
    does: async (work: () => Promise<unknown>): Promise<void> => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    },
    later: (): void => {
      now = new Date(now.getTime() + 60_000);
    },
    /** What waits for the trail. */
    entries: async (): Promise<number> => (await stores.trail.pending(10_000)).length,
  };
};

export type Sight = Awaited<ReturnType<Awaited<ReturnType<typeof playAccounts>>['look']>>;
