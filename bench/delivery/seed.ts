import { newPersonId, type PersonId, roundId, type TrainingCode } from '../../src/domain/kernel/ids.ts';
import type { OpenedStores } from '../../src/store/open-stores.ts';
import { accountKey } from '../../src/teams/bot/teams-account.ts';
import { teamChannelAddress } from '../../src/teams/bot/teams-address.ts';
import { byTest } from '../../test/support/by-test.ts';
import type { Person } from '../../test/support/teams-tenant/person.ts';
import type { TeamsTenant } from '../../test/support/teams-tenant/tenant.ts';

/** Whom the bench writes to. */
export interface Campaign {
  readonly trainees: number;
  readonly trainings: number;
  /** Whether their chats with the bot are known; else the first message costs two requests. */
  readonly chatsKnown: boolean;
}

/** A Tuesday, 10:00 in Shanghai: everybody may be written to. */
export const workingHour = new Date('2026-11-24T02:00:00Z');
const day = 24 * 3_600_000;

/**
 * People, accounts, rosters and rounds about to open, put into the database in bulk. Answers with the trainees.
 */
export const seed = async (
  { stores, connection }: OpenedStores,
  tenant: TeamsTenant,
  { trainees, trainings, chatsKnown }: Campaign,
): Promise<Person[]> => {
  const codes = Array.from({ length: trainings }, (_, index) => `BENCH-${index + 1}` as TrainingCode);
  const made = Array.from({ length: trainees }, (_, index) => {
    const email = `trainee${index}@example.com`;
    const name = `Trainee ${index}`;
    return { email, name, person: newPersonId(), teams: tenant.person({ name, email }).alreadyInstalled() };
  });
  const code = (index: number): TrainingCode => codes[index % codes.length] ?? ('' as TrainingCode);
  await insert(connection, 'people', made, ({ email, name, person }) => ({
    _id: person,
    email,
    name,
    nameFolded: name.toLowerCase(),
    standing: [],
  }));
  await insert(connection, 'accounts', made, ({ email, name, person, teams }) => ({
    _id: accountKey({ tenantId: tenant.tenantId, aadObjectId: teams.aadObjectId }),
    tenantId: tenant.tenantId,
    aadObjectId: teams.aadObjectId,
    mri: teams.mri,
    name,
    emails: [email],
    personId: person,
    installed: true,
    locale: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    seenAt: workingHour,
    ...(chatsKnown ? { chat: { conversationId: teams.chat.id, serviceUrl: tenant.serviceUrl } } : {}),
  }));
  await insert(connection, 'enrolments', made, ({ person }, index) => ({
    _id: `${person}|${code(index)}`,
    training: code(index),
    person,
    department: 'Sales',
    withdrawn: false,
  }));
  for (const training of codes) await openNow(stores, training);
  const team = tenant.team({ name: 'Training' }).alreadyInstalled();
  await stores.departmentAddress.choose(
    {
      address: teamChannelAddress({
        tenantId: tenant.tenantId,
        teamId: team.id,
        channelId: team.general.id,
        serviceUrl: tenant.serviceUrl,
      }),
      name: team.general.name,
      chosenAt: workingHour,
    },
    byTest,
  );
  return made.map(({ teams }) => teams);
};

const openNow = async (stores: OpenedStores['stores'], code: TrainingCode): Promise<void> => {
  await stores.trainings.save(
    {
      code,
      course: code,
      title: `Training ${code}`,
      mode: 'classroom',
      source: 'internal',
      length: 'short',
      start: '2026-11-20',
      end: '2026-11-23',
      timeZone: 'Asia/Shanghai',
      instructorEmails: ['teacher@example.com'],
    },
    byTest,
  );
  await stores.rounds.plan(
    {
      id: roundId(code, 'T1', 1),
      training: code,
      kind: 'T1',
      occurrence: 1,
      opensAt: new Date(workingHour.getTime() - 3_600_000),
      dueAt: new Date(workingHour.getTime() + 14 * day),
      dueDate: '2026-12-08',
      remindAt: [],
      remindersDone: 0,
      state: 'planned',
      instructors: [],
      announced: false,
    },
    byTest,
  );
};

type Made = { email: string; name: string; person: PersonId; teams: Person };

const insert = async (
  connection: OpenedStores['connection'],
  collection: string,
  made: readonly Made[],
  record: (one: Made, index: number) => Record<string, unknown>,
): Promise<void> => {
  for (let from = 0; from < made.length; from += 1000) {
    const part = made.slice(from, from + 1000).map((one, index) => record(one, from + index));
    await connection.collection<{ _id: string }>(collection).insertMany(part as { _id: string }[]);
  }
};
