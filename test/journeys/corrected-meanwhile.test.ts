import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/domain/deliveries/delivery.ts';
import type { Subject } from '../../src/domain/deliveries/subject.ts';
import { assignIssue } from '../../src/domain/improvements/assign-issue.ts';
import { passOnImprovement } from '../../src/domain/improvements/pass-on.ts';
import type { PersonId, TrainingCode } from '../../src/domain/kernel/ids.ts';
import { isReceivedByRole, type Received, receivedKinds } from '../../src/domain/people/permissions.ts';
import { rating } from '../support/answer-questionnaire.ts';
import { everythingIn } from '../support/everything-in.ts';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant, type RosterLine } from '../support/roster-lines.ts';
import { allAnswer, openCourse, sellingCourse } from '../support/selling-course.ts';
import type { Channel } from '../support/teams-tenant/channel.ts';
import type { SeenCard } from '../support/teams-tenant/chat.ts';
import type { Person } from '../support/teams-tenant/person.ts';

// Told in order. On the night to Saturday 2026-08-29 everything is planned that goes out on Monday morning, of every kind;
// over the weekend everybody it was planned for is corrected away.

let office: OfficeUnderTest;
let before: Channel;
let instead: Channel;
/** Whoever was meant on Friday, and is not meant any more on Monday. */
let former: Record<'bo' | 'di' | 'lea' | 'tom' | 'ines' | 'olga' | 'mara', Person>;
let successor: Record<'tim' | 'ivo' | 'pia' | 'nils', Person>;
const planned: { readonly kind: Received; readonly message: Message }[] = [];

const colleague = (name: string) =>
  office.person({ name, email: `${name.toLowerCase()}@contoso.example`, locale: 'en-US' });
const idOf = async ({ email }: Person): Promise<PersonId> => {
  const [person] = await office.stores.people.byEmails([email]);
  if (person === undefined) throw new Error(`nobody is ${email}`);
  return person.id;
};
const colleagues = async <Name extends string>(...names: readonly Name[]) => {
  const all: [Name, Person][] = [];
  for (const name of names) {
    const person = await colleague(`${name[0]?.toUpperCase()}${name.slice(1)}`);
    await person.says('/help');
    all.push([name, person]);
  }
  return Object.fromEntries(all) as Record<Name, Person>;
};
const selling = (changes: Partial<RosterLine>): RosterLine[] =>
  [1, 2, 3, 4, 5, 6].map((number) => participant(number, { ...sellingCourse, ...changes }));
const late = {
  training_code: 'LATE-1',
  course: 'Late',
  title: 'Late run',
  manager_email: 'otto@contoso.example',
  start: '2026-08-26',
  end: '2026-08-27',
};
const lateLine = (name: string, changes: Partial<RosterLine> = {}): RosterLine =>
  participant(40, { ...late, name, email: `${name.toLowerCase()}@contoso.example`, ...changes });
const hears = async (person: Person, said: string): Promise<string> => {
  await person.says(said);
  return person.chat.texts.at(-1) ?? '';
};

const isForTheChannel = (kind: Received): boolean => ['result', 'pooled-result', 'campaign'].includes(kind);
/** A pooled result goes to the channel as a result does; no quarter is over here (`small-trainings.test.ts`). */
const kindsHere = receivedKinds.filter((kind) => kind !== 'pooled-result');
const everybody = (): Person[] => [...Object.values(former), ...Object.values(successor)];
const stateOf = async (message: Message) => (await office.stores.deliveries.of(message))?.state;
/** Of what was planned on Friday, for whom it was and what became of it on Monday. */
const outcomes = async (person: Person): Promise<Partial<Record<Received, string>>> => {
  const id = await idOf(person);
  const own = planned.filter(
    ({ message: { recipient } }) => 'person' in recipient && recipient.person === id,
  );
  return Object.fromEntries(
    await Promise.all(own.map(async ({ kind, message }) => [kind, await stateOf(message)])),
  );
};

/** Plans it for somebody, unless the product has already. */
const plan = async (subject: Subject, ...people: readonly Person[]): Promise<void> => {
  for (const person of people) {
    const message = { subject, recipient: { person: await idOf(person) } };
    await office.stores.deliveries.plan([{ ...message, notBefore: office.clock.now() }]);
    planned.push({ kind: subject.kind, message });
  }
};

beforeAll(async () => {
  office = await startOffice();
  const team = office.tenant.team({ name: '培训部', members: [office.staff], channels: ['旧', '新'] });
  await team.installs();
  [before, instead] = [team.channel('旧'), team.channel('新')];
  await office.staff.saysIn(before, '/here', { mention: true });
  former = await colleagues('bo', 'di', 'lea', 'tom', 'ines', 'olga', 'mara');
  successor = await colleagues('tim', 'ivo', 'pia', 'nils');
  for (const name of ['bo', 'lea']) await office.staff.says(`角色 添加 管理员 ${name}@contoso.example`);
  const trainees = await openCourse(office, 6);
  await allAnswer(trainees, rating(4, { 'd3-venue': '2' }));
  await office.imports([lateLine('Tom'), participant(41, late), participant(42, late)]);
  await office.person({ name: 'Second', email: former.tom.email });
  office.clock.time = new Date('2026-08-28T20:00+08:00');
  await office.staff.says('代理 Di 到 2026-09-30');
  await office.at('2026-08-29T00:30+08:00');
});
afterAll(async () => {
  await office?.close();
});

test('on Friday night something of every kind is planned for somebody', async () => {
  const { bo, di, lea, tom, ines, olga } = former;
  const { rounds, visits, issues, accounts, people } = office.stores;
  const [over] = await rounds.ofTraining('SALES-26' as TrainingCode);
  const open = (await rounds.ofTraining('LATE-1' as TrainingCode)).find(({ state }) => state === 'open');
  if (over === undefined || open === undefined) return expect.fail();
  const [visit] = await visits.ofPerson(await idOf(tom));
  const absent = (await visits.ofRound(open.id)).find(({ id }) => id !== visit?.id);
  const [issue] = await issues.ofRounds([over.id]);
  const [held] = await accounts.questioned();
  if (visit === undefined || absent === undefined || issue === undefined || held?.question === undefined)
    return expect.fail();
  const by = { who: { person: await idOf(office.staff) }, at: office.clock.now() };
  await visits.markExcused(absent.id, 'did-not-attend', by);
  const assigned = await assignIssue(office.running.deps, {
    issue: issue.id,
    owner: await idOf(olga),
    measure: 'A larger room',
    dueDate: '2026-09-30',
    assignedBy: await idOf(office.staff),
  });
  const [principal] = await people.named(office.staff.email);
  if (principal?.deputy === undefined) return expect.fail();

  await plan({ kind: 'invitation', visit: visit.id }, tom);
  await plan({ kind: 'reminder', visit: visit.id, number: 1 }, tom);
  await plan({ kind: 'visit-change', visit: visit.id, change: 'moved', number: 0 }, tom);
  await plan({ kind: 'instructor-result', round: over.id }, ines);
  await plan({ kind: 'training-cancelled', training: over.training }, ines);
  await plan({ kind: 'assignment', improvement: assigned.id }, olga);
  await plan({ kind: 'improvement-reminder', improvement: assigned.id, number: 1 }, olga);
  const staff = [office.staff, bo, di, lea];
  await plan({ kind: 'roster-gaps', training: open.training, digest: 'tonight' }, ...staff);
  await plan({ kind: 'damaged-answers', round: over.id, pages: 1 }, ...staff);
  await plan({ kind: 'stuck-round', round: open.id }, ...staff);
  await plan({ kind: 'not-attended', visit: absent.id, number: 1 }, ...staff);
  await plan({ kind: 'unreachable', date: '2026-08-31' }, ...staff);
  const until = String(office.running.deps.calendar.knownUntil);
  await plan({ kind: 'calendar-ends', until, days: 90 }, ...staff);
  const chosen = await office.stores.departmentAddress.current();
  if (chosen === undefined) return expect.fail();
  const since = office.clock.now();
  await office.stores.departmentAddress.lose(chosen, { since, reason: 'not-connected' });
  await plan({ kind: 'lost-channel', since: since.toISOString() }, ...staff);
  await plan({ kind: 'no-channel' }, ...staff);
  const { key: account, question } = held;
  await plan({ kind: 'account-question', account, asked: question.at.toISOString() }, ...staff);
  const namedAt = principal.deputy.namedAt.toISOString();
  await plan({ kind: 'deputy', principal: principal.id, namedAt, over: false }, di);
  for (const subject of [
    { kind: 'result', round: over.id },
    { kind: 'campaign', round: open.id },
  ] as const) {
    const message = { subject, recipient: { group: 'department' } } as const;
    await office.stores.deliveries.plan([{ ...message, notBefore: office.clock.now() }]);
    planned.push({ kind: subject.kind, message });
  }
  expect([...new Set(planned.map(({ kind }) => kind))].toSorted()).toEqual(kindsHere.toSorted());
});

test('corrected over the weekend, nothing of it reaches on Monday whoever was meant on Friday', async () => {
  await office.imports(
    selling({ instructor_emails: 'ivo@contoso.example', manager_email: 'nils@contoso.example' }),
  );
  await office.imports([lateLine('Tom', { withdrawn: 'yes' }), lateLine('Tim')]);
  await office.staff.says('角色 移除 管理员 bo@contoso.example');
  await office.staff.says('代理 取消');
  await office.staff.says('离职 lea@contoso.example');
  await office.staff.presses(office.staff.chat.lastCard(), 'left-confirm');
  const [measure] = await office.stores.improvements.recent();
  if (measure === undefined) return expect.fail();
  await passOnImprovement(office.running.deps, {
    improvement: measure.id,
    from: measure.owner,
    to: await idOf(successor.pia),
    by: await idOf(office.staff),
  });
  await office.staff.saysIn(instead, '/here', { mention: true });
  const cardsBefore = everybody().map(({ chat }) => chat.cards.length);
  await office.at('2026-08-31T09:00+08:00');
  await office.at('2026-08-31T09:40+08:00');

  const staffNews = receivedKinds.filter((kind) => isReceivedByRole(kind) && !isForTheChannel(kind));
  const nothing = (kinds: readonly Received[]) => Object.fromEntries(kinds.map((kind) => [kind, 'obsolete']));
  const { bo, di, lea, tom, ines, olga } = former;
  expect(await outcomes(bo)).toEqual(nothing(staffNews));
  expect(await outcomes(lea)).toEqual(nothing(staffNews));
  expect(await outcomes(di)).toEqual(nothing([...staffNews, 'deputy']));
  expect(await outcomes(tom)).toEqual(nothing(['invitation', 'reminder', 'visit-change']));
  expect(await outcomes(ines)).toEqual(nothing(['instructor-result', 'training-cancelled']));
  expect(await outcomes(olga)).toEqual(nothing(['assignment', 'improvement-reminder']));
  expect(before.cards).toEqual([]);
  const news = everybody().flatMap(({ chat, name }, index) =>
    chat.cards.slice(cardsBefore[index]).map(({ text }) => [name, text.slice(0, 60)]),
  );
  expect(news.map(([name]) => name).toSorted()).toEqual(['Di', 'Ivo', 'Pia', 'Tim']);
  expect(di.chat.lastCard().text).toContain('no longer stand in');
});

test('and whoever is meant on Monday gets it', async () => {
  const sent = Object.fromEntries(
    receivedKinds
      .filter((kind) => isReceivedByRole(kind) && !isForTheChannel(kind))
      .map((kind) => [kind, 'sent']),
  );
  // There is a channel: that one is lost, or was never chosen, is no news any more.
  const channels = { 'lost-channel': 'obsolete', 'no-channel': 'obsolete' };
  expect(await outcomes(office.staff)).toEqual({ ...sent, ...channels });
  const { ivo, pia, tim } = successor;
  expect(ivo.chat.lastCard().text).toContain('Selling well');
  expect(pia.chat.lastCard().text).toContain('A larger room');
  expect(tim.chat.lastCard('1 of').text).toContain('Late run');
  expect(instead.cards.map(({ text }) => /Selling well|Late run/.exec(text)?.[0]).toSorted()).toEqual([
    'Late run',
    'Selling well',
  ]);
});

test('what is looked at later asks who may see it today: a former manager is shown nothing, the new one is', async () => {
  expect(await hears(former.mara, '/report Q3')).toContain('Sorry');
  await successor.nils.says('/report Q3');
  expect(successor.nils.chat.lastCard(/Q3 2026/).text).toContain('6 of 6');
});

test('a card that somebody still has says nothing and does nothing any more for whoever is not meant today', async () => {
  const { tim, pia } = successor;
  const page = tim.chat.lastCard('1 of');
  const measure = pia.chat.lastCard('A larger room');
  const question = office.staff.chat.lastCard('这是谁的账号');
  await office.imports([lateLine('Tim', { withdrawn: 'yes' })]);
  const stored = await everythingIn(office);
  const forwarded = (card: SeenCard, person: Person) => ({ ...card, message: person.chat.lastMessage() });
  const pressed = [
    await tim.presses(page, 'answer-later'),
    await former.olga.presses(forwarded(measure, former.olga), 'improvement-started'),
    await former.bo.presses(forwarded(question, former.bo), 'account-same'),
    await former.di.presses(forwarded(question, former.di), 'account-same'),
  ];
  expect(pressed.map(({ message, card }) => message ?? card?.actions)).toEqual([
    [],
    expect.stringContaining('meant for somebody else'),
    expect.stringContaining('Sorry'),
    expect.stringContaining('Sorry'),
  ]);
  expect(await everythingIn(office)).toBe(stored);
});

test('nothing went wrong on the way', () => {
  expect(office.tenant.complaints).toEqual([]);
  expect(office.log.filter(({ level }) => level === 'error')).toEqual([]);
});
