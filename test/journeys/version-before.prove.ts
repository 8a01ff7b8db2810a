import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ticks } from '../../src/jobs/ticks.ts';
import { fillPage, rating } from '../support/answer-questionnaire.ts';
import { earlierVersion } from '../support/earlier-version.ts';
import { openKeptDatabase } from '../support/kept-database.ts';
import { type KeptOffice, readKeptOffice, restorePeople } from '../support/kept-office.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import type { EarlierOrder } from '../support/processes/earlier-office.ts';
import { participant, type RosterLine } from '../support/roster-lines.ts';
import { type EarlierOffice, startEarlierOffice } from '../support/start-earlier-office.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { SeenCard } from '../support/teams-tenant/chat.ts';
import type { Person } from '../support/teams-tenant/person.ts';
import type { Pressed } from '../support/teams-tenant/press.ts';
import type { TeamsTenant } from '../support/teams-tenant/tenant.ts';
import { startTeamsTenant } from '../support/teams-tenant.ts';

/** The version that was landed before this one. */
const before = '94b4293';
const minuteMs = 60_000;
const tickEveryMs = 300;
/** Longer than any press takes here. */
const closingPauseMs = 3000;

let version: Awaited<ReturnType<typeof earlierVersion>>;
let database: Awaited<ReturnType<typeof openKeptDatabase>>;
let tenant: TeamsTenant;
let kept: KeptOffice;
let channel: Channel;
let people: ReadonlyMap<string, Person>;
let order: EarlierOrder;
let earlier: EarlierOffice;
let office: OfficeUnderTest | undefined;
/** Where presses go; nowhere while the one makes way for the other. */
let door: string | undefined;

beforeAll(async () => {
  version = await earlierVersion(before);
  kept = readKeptOffice(before);
  tenant = await startTeamsTenant({ appId: kept.appId, tenantId: kept.tenantId });
  database = await openKeptDatabase(before, tenant.serviceUrl);
  ({ people, channel } = restorePeople(tenant, kept));
  const { appId, tenantId, parameters, token } = tenant.botAuth();
  order = {
    folder: version.folder,
    database: { kind: 'server', uri: database.uri, name: database.dbName },
    auth: { appId, tenantId, parameters, token },
    firstStaff: who('staff').aadObjectId,
    at: kept.at,
    tickEveryMs,
    closingPauseMs,
  };
  earlier = await startEarlierOffice(order);
  door = earlier.url;
});
afterAll(async () => {
  await earlier?.stop();
  await office?.close();
  await tenant?.close();
  await database?.close();
  await version?.remove();
});

const who = (short: string): Person => {
  const person = people.get(short);
  if (person === undefined) throw new Error(`${short} is nobody`);
  return person;
};

const connect = (): boolean => {
  if (door !== undefined) tenant.connect(`${door}/api/messages`);
  return door !== undefined;
};
const setTime = (moment: string): void => {
  order = { ...order, at: new Date(moment).toISOString() };
  if (office === undefined) earlier.setTime(new Date(moment));
  else office.clock.time = new Date(moment);
};
/** This version comes while the one before is at work. */
const comes = async (): Promise<OfficeUnderTest> => {
  const coming = startOffice({
    tenant,
    staff: who('staff'),
    database: order.database,
    at: order.at,
    parts: { closingPauseMs, schedule: ticks.map((tick) => ({ ...tick, everyMs: tickEveryMs })) },
  });
  await earlier.madeWay;
  door = undefined;
  const came = await coming;
  door = came.running.url;
  return came;
};

const course = (training_code: string, first: number): RosterLine[] =>
  Array.from({ length: 12 }, (_, index) =>
    participant(first + index, {
      training_code,
      title: `Beside ${training_code}`,
      start: '2026-09-08',
      end: '2026-09-09',
      instructor_emails: `teacher-${training_code.toLowerCase()}@contoso.example`,
    }),
  );
const arrives = async ({ name, email }: RosterLine): Promise<Person> => {
  const person = tenant.person({ name, email, locale: 'en-US' });
  connect();
  await person.installs();
  return person;
};

/** As people do when nothing comes back: the same button once more. */
const pressedUntilSaved = (person: Person, card: SeenCard): Promise<Pressed> => {
  const inputs = fillPage(card, rating(4, { 'd3-venue': '2' }));
  const press = async (): Promise<Pressed | undefined> => {
    if (!connect()) return undefined;
    const reply = await person.presses(card, 'answer-page', { inputs }).catch(() => undefined);
    if (reply?.status === 200 && reply.card !== undefined) return reply;
    await pause(500);
    return undefined;
  };
  return tenant.waitFor(press, { timeout: 4 * minuteMs });
};

/** What each was told is saved: pages answered, by the questionnaire's own names for them. */
const saved = new Map<Person, number>();
/** Answers page after page, with pauses as people make them, at whichever version is there. */
const answersAll = async (person: Person, longestPauseMs: number): Promise<void> => {
  let card: SeenCard | undefined = await tenant.waitFor(
    () => person.chat.cards.find(({ text }) => text.includes('1 of')),
    { timeout: minuteMs },
  );
  while (card?.actions.some(({ verb }) => verb === 'answer-page')) {
    await pause(Math.random() * longestPauseMs);
    card = (await pressedUntilSaved(person, card)).card;
    saved.set(person, (saved.get(person) ?? 0) + 1);
  }
  expect(card?.text).toContain('Thank you');
};

test('the version before makes way for this one while people answer: nothing is lost, nothing comes twice', async () => {
  const lines = [course('NEW-26', 101), course('OLD-26', 201)] as const;
  const teachers = new Map<string, Person>();
  for (const [first] of lines) {
    const { training_code: code = '', instructor_emails: email = '' } = first ?? {};
    teachers.set(code, await arrives(participant(0, { name: `Teacher of ${code}`, email })));
  }
  const [ofNew, ofOld] = await Promise.all(lines.map((list) => Promise.all(list.map(arrives))));
  if (ofNew === undefined || ofOld === undefined) throw new Error('nobody came');
  for (const list of lines) await earlier.imports(list);

  setTime('2026-09-10T09:00+08:00');
  // Ten of each dozen answer in the time that follows, two never do.
  const answering = [...ofNew.slice(0, 10), ...ofOld.slice(0, 10)].map((person, index) =>
    answersAll(person, index < 10 ? 300 : 9000),
  );
  const all = Promise.all(answering);
  const pagesSaved = () => [...saved.values()].reduce((sum, pages) => sum + pages, 0);
  await tenant.waitFor(() => pagesSaved() >= 12, { timeout: minuteMs });
  const now = await comes();
  office = now;
  setTime('2026-09-11T09:00+08:00');
  await all;
  await expect(startEarlierOffice(order), 'it cannot come back').rejects.toThrow(/version/);
  for (const moment of ['2026-09-15T09:00', '2026-09-17T09:00', '2026-09-21T09:00', '2026-09-22T09:00']) {
    setTime(`${moment}+08:00`);
    await pause(3500);
  }
  setTime('2026-09-24T09:00+08:00');
  const results = await tenant.waitFor(
    () => {
      const cards = channel.cards.filter(({ text }) => text.includes('Beside'));
      return cards.length >= 2 ? cards : undefined;
    },
    { timeout: minuteMs },
  );
  connect();
  await now.staff.presses(results[0] as SeenCard, 'assign-open', { nth: 0 });
  const form = await tenant.waitFor(() => now.staff.chat.lastCard('交给谁来改进'));
  const owner = who('colleague');
  connect();
  const inputs = { owner, measure: '换到三楼的大教室', due: '2026-10-20' };
  await now.staff.presses(form, 'assign-save', { inputs });
  const task = await tenant.waitFor(() => owner.chat.lastCard('改进'), { timeout: 20_000 });
  for (const verb of ['improvement-started', 'improvement-done']) {
    connect();
    await owner.presses(task, verb, { inputs: { comment: verb } });
  }
  await pause(5000);

  for (const [code, crowd] of [['NEW-26', ofNew] as const, ['OLD-26', ofOld] as const]) {
    const { stores } = now;
    const [round] = (await stores.rounds.ofTraining(code as never)).filter(({ kind }) => kind === 'T1');
    if (round === undefined) throw new Error(`${code} has no round`);
    expect(round).toMatchObject({ state: 'closed', announced: true });
    const visits = await stores.visits.ofRound(round.id);
    expect(visits.filter(({ state }) => state === 'answered')).toHaveLength(10);
    expect(visits.filter(({ state }) => state === 'expired')).toHaveLength(2);
    for (const [index, person] of crowd.entries()) {
      const [known] = await stores.people.byEmails([person.email]);
      if (known === undefined) throw new Error(`${person.name} is nobody`);
      const id = now.running.deps.responseKeys.response(known.id, round.training, round.kind, 1);
      const response = await stores.responses.byId(id);
      const marks = response?.revisions.map(({ page, revision }) => `${page}#${revision}`) ?? [];
      expect(marks, person.name).toHaveLength(saved.get(person) ?? 0);
      expect(new Set(marks).size).toBe(marks.length);
      expect(response?.complete ?? false).toBe(index < 10);
      // One invitation; whoever never answers is reminded twice.
      expect(person.chat.cards, person.name).toHaveLength(index < 10 ? 1 : 3);
    }
    const card = channel.cards.filter(({ text }) => text.includes(`Beside ${code}`));
    expect(card).toHaveLength(1);
    expect(card[0]?.text).toContain('10 / 12');
    expect((await stores.issues.ofRound(round.id)).map(({ state }) => state)).not.toEqual([]);
    expect(teachers.get(code)?.chat.cards.map(({ text }) => text.includes(`Beside ${code}`))).toEqual([true]);
  }
  expect((await now.stores.improvements.recent()).filter(({ state }) => state === 'done')).toHaveLength(2);
  const bad = now.log.filter(({ level }) => level === 'warn' || level === 'error');
  expect(bad).toEqual([]);
  expect(tenant.complaints).toEqual([]);
});

test('without the history of the repository it fails with a sentence', async () => {
  await expect(earlierVersion('0000000')).rejects.toThrow(/not in this copy of the repository.*history/);
});
