import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OfficeUnderTest, startOffice } from '../support/office-under-test.ts';
import { participant } from '../support/roster-lines.ts';
import { sellingCourse } from '../support/selling-course.ts';
import type { Person } from '../support/teams-tenant/person.ts';
import type { Team } from '../support/teams-tenant/team.ts';

let office: OfficeUnderTest;
let team: Team;
let trainees: Person[];

/** Everything somebody can do by which the bot hears of them. */
const signs: Readonly<Record<string, (person: Person) => Promise<unknown>>> = {
  'a message': (person) => person.says('hello'),
  'a message in a channel': (person) => person.saysIn(team.general, 'hello', { mention: true }),
  'an installation': (person) => person.installs(),
  'a press': (person) =>
    office.tenant.post(
      person.activity({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: 'open-visit', data: { visit: 'gone' } } },
      }),
    ),
  'news of their chat': (person) =>
    office.tenant.post(person.activity({ type: 'conversationUpdate', membersAdded: [office.tenant.bot] })),
  'a reaction': (person) =>
    office.tenant.post(person.activity({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] })),
  'an edited message': (person) => office.tenant.post(person.activity({ type: 'messageUpdate', text: 'x' })),
  'joining a team that has the bot': (person) => team.adds(person),
};
const names = Object.keys(signs);
const silent = names.length;

const listed = async (): Promise<string> => {
  await office.staff.says('/unreachable');
  return office.staff.chat.cards.at(-1)?.text ?? '';
};
const invitations = (person: Person | undefined): number =>
  person?.chat.cards.filter(({ text }) => text.includes('1 of')).length ?? 0;

beforeAll(async () => {
  office = await startOffice();
  // Two more than there are signs: one says nothing, one has been invited already.
  const lines = [...names, 'silent', 'invited'].map((_, index) => participant(index + 1, sellingCourse));
  trainees = [];
  for (const { name, email } of lines) trainees.push(await office.person({ name, email, locale: 'en-US' }));
  team = office.tenant.team({ name: 'Sales', members: [office.staff, ...trainees.slice(0, 2)] });
  team.alreadyInstalled();
  await office.imports(lines);
  for (const trainee of trainees.slice(0, -1)) trainee.blocksBot = true;
  for (const day of ['17', '18', '19']) await office.at(`2026-08-${day}T09:00+08:00`);
});
afterAll(async () => {
  expect(office.tenant.complaints).toEqual([]);
  await office.close();
});

test('whoever was refused on three days is on the staff’s list and gets no reminder of what they never got', async () => {
  const card = await listed();
  for (const { name } of trainees.slice(0, -1)) expect(card).toContain(name);
  for (const trainee of trainees) trainee.blocksBot = false;
  await office.at('2026-08-20T09:00+08:00');
  expect(trainees.map(invitations)).toEqual([...names.map(() => 0), 0, 1]);
});

test.each(names.map((name, index) => [name, index] as const))(
  '%s takes them off the list at once, and what still waits for them comes',
  async (name, index) => {
    const person = trainees[index];
    if (person === undefined) throw new Error('nobody');
    await signs[name]?.(person);
    expect(await listed()).not.toContain(person.name);
    await office.at('2026-08-20T10:00+08:00');
    expect(invitations(person)).toBe(1);
    const verbs = person.chat.cards.flatMap(({ actions }) => actions.map(({ verb }) => verb));
    expect(verbs).not.toContain('open-visit'); // no reminder
  },
);

test('whoever gives no sign is tried again after some days all the same: nobody tells a bot that a block was lifted', async () => {
  expect(await listed()).toContain(trainees[silent]?.name);
  await office.at('2026-08-24T09:00+08:00');
  expect(invitations(trainees[silent])).toBe(1);
  expect(trainees.map(invitations)).toEqual(trainees.map(() => 1));
});
