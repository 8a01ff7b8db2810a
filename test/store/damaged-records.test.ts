import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveEntries } from '../../src/domain/audit/move-entries.ts';
import type { PersonId, RoundId, VisitId } from '../../src/domain/kernel/ids.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { type OpenedStores, openStores } from '../../src/store/open-stores.ts';
import { seenAs } from '../../src/teams/bot/teams-account.ts';
import { byTest } from '../support/by-test.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  aFinding,
  anImport,
  anImprovement,
  anIssue,
  aPlan,
  aResult,
  aRound,
  aTraining,
  at,
  aVisit,
  code,
  person,
  visitOf,
} from './samples.ts';

type Raw = Record<string, unknown> & { _id: string };
type Ids = readonly (string | undefined)[];

interface Store {
  readonly collection: string;
  /** Makes two records, the first of which is damaged then. */
  readonly two: (stores: Stores) => Promise<unknown>;
  /** Every list the records are read in, as ids of the collection. */
  readonly lists: Readonly<Record<string, (stores: Stores) => Promise<Ids>>>;
  /** Fields that readers do without. */
  readonly spare?: readonly string[];
}

const idsOf = (found: readonly { readonly id: string }[]): Ids => found.map(({ id }) => id);
const far = at('31T00:00');
const people: PersonId[] = [];
const [first, second] = [code('A-1'), code('B-1')];
const rounds = [first, second].map((training) => aRound({ training }));
const roundIds = rounds.map(({ id }) => id);
const issues = rounds.map(({ id }) => anIssue({ id: `${id}|pace` as never }, { round: id, training: first }));

const stored: readonly Store[] = [
  {
    collection: 'people',
    two: async ({ people: store }) => {
      for (const name of ['one', 'two']) {
        const { id } = await store.appear(`${name}@example.com`, 'Same Name');
        people.push(id);
        await store.grant(id, { role: 'coach' }, byTest);
      }
    },
    lists: {
      byIds: async (stores) => idsOf(await stores.people.byIds(people)),
      named: async (stores) => idsOf(await stores.people.named('same name')),
      withNameOf: async (stores) => idsOf(await stores.people.withNameOf(['same'])),
      withRole: async (stores) => idsOf(await stores.people.withRole('coach')),
      byEmails: async (stores) => idsOf(await stores.people.byEmails(['one@example.com', 'two@example.com'])),
    },
    spare: ['nameFolded'],
  },
  {
    collection: 'accounts',
    two: async ({ accounts }) => {
      for (const aadObjectId of ['one', 'two']) {
        const seen = seenAs({ tenantId: 't', aadObjectId });
        const { key } = await accounts.saw({
          ...seen,
          name: 'N',
          emails: ['n@example.com'],
          seenAt: at('01T00:00'),
        });
        await accounts.attach(key, person('holder'), byTest);
      }
    },
    lists: {
      ofPeople: async ({ accounts }) => (await accounts.ofPeople([person('holder')])).map(({ key }) => key),
      withEmails: async ({ accounts }) =>
        (await accounts.withEmails(['n@example.com'])).map(({ key }) => key),
    },
    spare: ['tenantId', 'aadObjectId', 'mri', 'emailsAt', 'personId'],
  },
  {
    collection: 'trainings',
    two: async ({ trainings }) => {
      for (const one of [first, second])
        await trainings.save(aTraining({ code: one, instructorEmails: ['t@example.com'] }), byTest);
    },
    lists: {
      all: async ({ trainings }) => (await trainings.all()).map((one) => one.code),
      byCodes: async ({ trainings }) => (await trainings.byCodes([first, second])).map((one) => one.code),
      byAnyCase: async ({ trainings }) =>
        (await trainings.byAnyCase([code('a-1'), code('b-1')])).map((one) => one.code),
      search: async ({ trainings }) => (await trainings.search('safe')).map((one) => one.code),
      contains: async ({ trainings }) => (await trainings.search('afety at')).map((one) => one.code),
      taughtBy: async ({ trainings }) => (await trainings.taughtBy('t@example.com')).map((one) => one.code),
    },
    spare: ['courseFolded'],
  },
  {
    collection: 'enrolments',
    two: async ({ trainings }) => {
      for (const training of [first, second])
        await trainings.enrol({ training, person: person('p'), department: 'D', withdrawn: false }, byTest);
    },
    lists: {
      enrolmentsOf: async ({ trainings }) =>
        (await trainings.enrolmentsOf(person('p'))).map(({ training }) => `p|${training}`),
      enrolmentsOfAll: async ({ trainings }) =>
        (await trainings.enrolmentsOfAll([first, second])).map(({ training }) => `p|${training}`),
    },
  },
  {
    collection: 'rounds',
    two: async ({ rounds: store }) => {
      for (const round of rounds) {
        await store.plan(round, byTest);
        await store.markOpen(round.id, { instructors: [] } as never, byTest);
      }
    },
    lists: {
      open: async (stores) => idsOf(await stores.rounds.open()),
      toRemind: async (stores) => idsOf(await stores.rounds.toRemind(far)),
      toClose: async (stores) => idsOf(await stores.rounds.toClose(far)),
      dueBetween: async (stores) => idsOf(await stores.rounds.dueBetween('2026-01-01', '2026-12-31')),
      byIds: async (stores) => idsOf(await stores.rounds.byIds(roundIds)),
      ofTrainings: async (stores) => idsOf(await stores.rounds.ofTrainings([first, second])),
    },
  },
  {
    collection: 'visits',
    two: ({ visits }) =>
      visits.open(['p', 'q'].map((who) => aVisit({ round: roundIds[0] as RoundId, person: person(who) }))),
    lists: {
      ofRound: async (stores) => idsOf(await stores.visits.ofRound(roundIds[0] as RoundId)),
      ofRounds: async (stores) => idsOf(await stores.visits.ofRounds(roundIds)),
      ledgerOf: async (stores) => idsOf((await stores.visits.ledgerOf(roundIds)).visits),
    },
    spare: ['manager', 'page'],
  },
  {
    collection: 'deliveries',
    two: async ({ deliveries }) => {
      await deliveries.plan(['v', 'w'].map((visit) => aPlan({ subject: visitOf(visit) })));
    },
    lists: {
      about: async (stores) => idsOf(await stores.deliveries.about([visitOf('v'), visitOf('w')])),
    },
    spare: ['lane', 'wantedRevision', 'shownRevision'],
  },
  {
    collection: 'results',
    two: async ({ results }) => {
      for (const round of roundIds) await results.freeze(aResult({ round }), ['mark']);
    },
    lists: {
      ofRounds: async ({ results }) => (await results.ofRounds(roundIds)).map(({ round }) => `${round}#1`),
    },
    spare: ['marked'],
  },
  {
    collection: 'pools',
    two: async ({ pools }) => {
      for (const id of ['pool-1', 'pool-2'] as RoundId[])
        await pools.keep({
          id,
          quarter: '2026-Q1',
          course: 'S',
          kind: 'T1',
          questionnaire: 't1.1',
          rounds: roundIds,
        });
    },
    lists: { ofQuarters: async (stores) => idsOf(await stores.pools.ofQuarters(['2026-Q1'])) },
  },
  {
    collection: 'issues',
    two: ({ issues: store }) =>
      store.raise(
        roundIds.map((round, index) => ({
          ...(issues[index] as (typeof issues)[number]),
          course: `C-${index}`,
          evidence: [aFinding({ round, training: first })],
        })) as never,
        byTest,
      ),
    lists: { ofRounds: async (stores) => idsOf(await stores.issues.ofRounds(roundIds)) },
    spare: ['openKey', 'course', 'questionnaire', 'rule', 'n', 'mean', 'satisfaction', 'evidence'],
  },
  {
    collection: 'improvements',
    two: async ({ improvements }) => {
      for (const id of ['i-1', 'i-2'])
        await improvements.assign(anImprovement({ id: id as never, issue: id as never }), byTest);
    },
    lists: {
      ownedBy: async (stores) => idsOf(await stores.improvements.ownedBy(person('owner'))),
      recent: async (stores) => idsOf(await stores.improvements.recent()),
      toRemind: async (stores) => idsOf(await stores.improvements.toRemind('2026-12-31', 3)),
      ofRounds: async (stores) => idsOf(await stores.improvements.ofRounds([aRound().id])),
    },
    spare: ['movedAt'],
  },
  {
    collection: 'imports',
    two: async ({ imports }) => {
      for (const id of ['import-1', 'import-2']) await imports.open(anImport({ id }));
    },
    lists: { unfinished: async (stores) => idsOf(await stores.imports.unfinished()) },
    spare: ['begunAt'],
  },
];

let database: TestDatabase;
let opened: OpenedStores;
const said: Readonly<Record<string, unknown>>[] = [];
const nothing = () => undefined;

beforeAll(async () => {
  database = await openTestDatabase();
  const log = {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: (line: object) => said.push({ ...line }),
  };
  opened = await openStores({ ...database, log });
});
afterAll(async () => {
  await opened.close();
  await database.close();
});

test.each(stored)(
  'of $collection one that is damaged is left out of every list, and the log says so once',
  async ({ collection, two, lists, spare = [] }) => {
    const raw = opened.connection.collection<Raw>(collection);
    await two(opened.stores);
    const [bad, good, ...others] = await raw.find().sort({ _id: 1 }).toArray();
    if (bad === undefined || good === undefined || others.length > 0) throw new Error('not two records');
    const listed = (): Promise<[string, Ids][]> =>
      Promise.all(
        Object.entries(lists).map(async ([name, read]) => [name, (await read(opened.stores)).toSorted()]),
      );
    const everywhere = (ids: Ids): [string, Ids][] => Object.keys(lists).map((name) => [name, ids]);
    expect(await listed()).toEqual(everywhere([bad._id, good._id]));
    expect(said.filter((line) => line.collection === collection)).toEqual([]);
    // One list after the other: each meets several sorts of damage, and all sorts are met.
    const readings = Object.entries(lists);
    let turn = 0;
    for (const field of Object.keys(bad).filter((one) => one !== '_id' && one !== 'entries')) {
      for (const change of [{ $set: { [field]: { not: 'this' } } }, { $unset: { [field]: 1 } }] as const) {
        if ('$unset' in change && spare.includes(field)) continue;
        await raw.updateOne({ _id: bad._id }, change as never);
        const [name, read] = readings[turn % readings.length] as (typeof readings)[number];
        turn += 1;
        expect([change, name, await read(opened.stores)]).toEqual([change, name, [good._id]]);
      }
      await raw.replaceOne({ _id: bad._id }, bad as never);
    }
    expect(said.filter((line) => line.collection === collection)).toEqual([
      { collection, record: bad._id, fields: [expect.any(String)] },
    ]);
  },
);

test.each([
  [
    'trainings',
    first,
    { timeZone: 'Mars/Olympus' },
    async () => (await opened.stores.trainings.all()).length,
  ],
  ['trainings', first, { start: '2026-02-30' }, async () => (await opened.stores.trainings.all()).length],
  ['rounds', roundIds[0], { dueDate: 'soon' }, async () => (await opened.stores.rounds.open()).length],
  ['rounds', roundIds[0], { kind: 'T9' }, async () => (await opened.stores.rounds.open()).length],
  [
    'improvements',
    'i-1',
    { dueDate: '2026-13-01' },
    async () => (await opened.stores.improvements.recent()).length,
  ],
] as const)('in %s %s with %o is damaged as well', async (collection, id, values, count) => {
  const raw = opened.connection.collection<Raw>(collection);
  const before = await raw.findOne({ _id: String(id) });
  expect(await count()).toBe(2);
  await raw.updateOne({ _id: String(id) }, { $set: values as never });
  expect(await count()).toBe(1);
  await raw.replaceOne({ _id: String(id) }, before as never);
});

test('a message to nobody is not one to the department', async () => {
  const raw = opened.connection.collection<Raw>('deliveries');
  const about = async () => (await opened.stores.deliveries.about([visitOf('v')])).length;
  expect(await about()).toBe(1);
  await raw.updateMany({}, { $set: { recipient: {} as never } });
  expect(await about()).toBe(0);
});

test('a damaged record that is asked for alone is refused by its name, and not taken for one that is not there', async () => {
  const raw = opened.connection.collection<Raw>('visits');
  const [{ _id } = { _id: '' }] = await raw.find().toArray();
  await raw.updateOne({ _id }, { $unset: { person: 1 } });
  const { visits } = opened.stores;
  await expect(visits.byId(_id as VisitId)).rejects.toThrow(/visits: .* is damaged \(person\)/);
  // Whoever counts is told which round not to count.
  expect([...(await visits.ledgerOf(roundIds)).unreadable]).toEqual([roundIds[0]]);
});

test('where the latest revision of a result is damaged no earlier one stands for it', async () => {
  const { results } = opened.stores;
  const [round] = roundIds as [RoundId];
  await results.freeze(aResult({ round, revision: 2 }), ['mark']);
  const raw = opened.connection.collection<Raw>('results');
  await raw.updateOne({ _id: `${round}#2` }, { $unset: { whole: 1 } });
  expect((await results.ofRounds(roundIds)).map((one) => one.round)).toEqual(roundIds.slice(1));
  await expect(results.ofRound(round)).rejects.toThrow('is damaged');
});

test('an import of whose rows a piece is damaged is not applied in part, and stops no other', async () => {
  const raw = opened.connection.collection<Raw>('import-pieces');
  await raw.updateOne({ _id: 'import-1#0#0' }, { $unset: { rows: 1 } });
  expect(idsOf(await opened.stores.imports.unfinished())).toEqual(['import-2']);
  await expect(opened.stores.imports.byId('import-1')).rejects.toThrow('is damaged');
});

test('of entries that wait for the trail a damaged one stays behind, and the others are moved', async () => {
  const [id] = people as [PersonId];
  await opened.connection
    .collection<Raw>('people')
    .updateOne({ _id: id }, { $push: { entries: { id: 'x' } } as never });
  expect(await moveEntries(opened.stores)).toBeGreaterThan(0);
  const [left] = await opened.connection.collection<Raw>('people').find({ 'entries.id': 'x' }).toArray();
  expect(left?.entries).toEqual([{ id: 'x' }]);
  expect((await opened.stores.trail.about('person', id)).map(({ what }) => what)).toEqual(['role-given']);
});

/** Parts of one thing, read together or not at all; what is sealed; notes that no list is made of; the version before's. */
const noLists = [
  ...['import-pieces', 'import-traces', 'resultparts', 'resulttexts', 'resultmarks', 'trail'],
  ...['responses', 'channels', 'secret-fingerprints', 'paces', 'roster-headings', 'roster-imports'],
];

test('no collection is left out of this', () => {
  const all = Object.values(opened.connection.models).map(({ collection }) => collection.collectionName);
  expect(all.toSorted()).toEqual([...stored.map(({ collection }) => collection), ...noLists].toSorted());
});
