import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TrainingCode } from '../../../src/domain/kernel/ids.ts';
import type { Command } from '../../../src/teams/commands/command.ts';
import { byTest } from '../../support/by-test.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { fault } from '../../support/teams-tenant/fault.ts';
import type { Person } from '../../support/teams-tenant/person.ts';
import type { TeamsTenant } from '../../support/teams-tenant/tenant.ts';
import { startTeamsTenant } from '../../support/teams-tenant.ts';

const figures: Command = {
  name: 'figures',
  words: { zh: ['数字'], en: ['figures'] },
  permission: 'report',
  answersIn: 'private',
  places: ['personal', 'channel'],
  takes: () => true,
  uses: [],
  run: async ({ args }) => ({ text: `42 ${args}` }),
};
const broken: Command = {
  name: 'broken',
  words: { zh: [], en: ['broken'] },
  permission: 'help',
  answersIn: 'place',
  places: ['personal'],
  uses: [],
  run: async () => {
    throw new Error('answer 7 of 王梅 at mongodb://secret');
  },
};

describe('a conversation', () => {
  let office: OfficeUnderTest;
  let tenant: TeamsTenant;
  let staff: Person;
  let mei: Person;

  beforeAll(async () => {
    tenant = await startTeamsTenant();
    staff = tenant
      .person({ name: 'Anna Berg', email: 'anna@example.com', locale: 'en-GB' })
      .alreadyInstalled();
    office = await startOffice({ tenant, staff, parts: { extraCommands: () => [figures, broken] } });
    mei = tenant.person({ name: '王梅', email: 'Mei@Example.com', locale: 'zh-CN' }).alreadyInstalled();
  });
  afterAll(async () => {
    await office?.close();
    await tenant?.close();
  });
  beforeEach(() => office.tenant.faults.clear());
  afterEach(() => expect(office.tenant.complaints).toEqual([]));

  it('is held in the language of the person’s Teams', async () => {
    await mei.says('help');
    expect(mei.chat.lastCard().text).toContain('您可以这样对我说');
    await staff.says('/帮助');
    expect(staff.chat.lastCard().text).toContain('You can say to me');
  });

  it('shows in help only what the person may do', async () => {
    await mei.says('帮助');
    await staff.says('help');
    expect(mei.chat.lastCard().text).not.toContain('角色');
    expect(staff.chat.lastCard().texts).toContain('role');
  });

  it('answers what it does not understand with what works', async () => {
    await mei.says('今天天气怎么样');
    expect(mei.chat.texts.at(-1)).toContain('帮助');
    await mei.says('x'.repeat(20_000));
    expect(mei.chat.texts.at(-1)).toContain('帮助');
    await mei.says('');
    expect(mei.chat.texts.at(-1)).toContain('帮助');
  });

  it('knows who is speaking from Teams alone, and by the address of the directory', async () => {
    await office.stores.people.appear('mei@example.com', '');
    await mei.says('帮助');
    const account = await office.stores.accounts.byEmail('mei@example.com');
    expect(account).toMatchObject({
      parts: { aadObjectId: mei.aadObjectId, mri: mei.mri },
      locale: 'zh-CN',
    });
    expect(account?.address?.parts.conversationId).toBe(mei.chat.id);
    const [person] = await office.stores.people.byEmails(['mei@example.com']);
    expect(account?.personId).toBe(person?.id);
  });

  it('refuses politely what somebody may not do, whatever name they carry', async () => {
    const liar = office.tenant.person({ name: 'Anna Berg', email: 'liar@example.com', locale: 'en-US' });
    await liar.alreadyInstalled().says('/role add staff liar@example.com');
    expect(liar.chat.texts.at(-1)).toContain('Sorry');
    expect((await office.stores.people.withRole('trainingStaff')).map(({ email }) => email)).not.toContain(
      'liar@example.com',
    );
  });

  it('does not ask Teams again for the addresses of somebody it has met', async () => {
    await mei.says('帮助');
    const before = office.tenant.counts.byOperation.member ?? 0;
    await mei.says('帮助');
    expect(office.tenant.counts.byOperation.member ?? 0).toBe(before);
  });

  it('asks for patience while Teams does not tell whose account it is', async () => {
    const newcomer = office.tenant
      .person({ name: 'New', email: 'new@example.com', locale: 'en-US' })
      .alreadyInstalled();
    office.tenant.faults.next(1, fault.status(503), { operation: 'member' });
    await newcomer.says('help');
    expect(newcomer.chat.texts.at(-1)).toContain('try again');
    await newcomer.says('help');
    expect(newcomer.chat.lastCard().text).toContain('You can say to me');
  });

  it('gives and takes roles, but never the last staff member’s own', async () => {
    await mei.says('帮助');
    await staff.says('role add mei@example.com staff');
    expect(staff.chat.texts.at(-1)).toContain('王梅');
    await staff.says('/role remove anna@example.com staff');
    await mei.says('角色');
    expect(mei.chat.texts.at(-1)).toContain('培训管理员：王梅');
    await mei.says('角色 移除 mei@example.com 管理员');
    expect(mei.chat.texts.at(-1)).toContain('最后一位');
    await staff.says('/role remove mei@example.com staff');
    await mei.says('角色');
    expect(mei.chat.texts.at(-1)).toContain('抱歉');
  });

  it('tells an unexpected error as "try again" and logs it once under an id, without the person’s words', async () => {
    const before = office.log.filter(({ level }) => level === 'error').length;
    await staff.says('broken');
    expect(staff.chat.texts.at(-1)).toBe(
      'That did not work just now. Please try again in a minute: what you filled in is still in the card, and nothing handed in is lost.',
    );
    const errors = office.log.filter(({ level }) => level === 'error').slice(before);
    expect(errors.length).toBe(1);
    expect(errors[0]?.fields.trouble).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(errors)).not.toMatch(/王梅|secret/);
  });

  it('is plain text: nothing anybody typed becomes a link, a name to call or bold', async () => {
    const said = tenant.sent.map(({ activity }) => activity).filter(({ text = '' }) => text !== '');
    expect(said.length).toBeGreaterThan(5);
    for (const { textFormat } of said) expect(textFormat).toBe('plain');
  });

  describe('in a channel', () => {
    it('makes it the one for results at "here", and lets only staff do so', async () => {
      const team = office.tenant
        .team({ name: '培训部', members: [staff, mei], channels: ['结果'] })
        .alreadyInstalled();
      const channel = team.channel('结果');
      await mei.saysIn(channel, '/这里', { mention: true });
      expect(channel.texts.at(-1)).toContain('抱歉');
      expect(await office.stores.departmentAddress.current()).toBeUndefined();
      await staff.saysIn(channel, '/here', { mention: true });
      expect(channel.texts.at(-1)).toContain('All right');
      expect(await office.stores.departmentAddress.current()).toMatchObject({
        address: {
          channel: 'teams',
          parts: {
            teamId: team.id,
            channelId: channel.id,
            tenantId: office.tenant.tenantId,
            serviceUrl: office.tenant.serviceUrl,
          },
        },
      });
      await staff.saysIn(channel, 'here', { mention: true });
      expect(channel.texts.at(-1)).toContain('already');
      await staff.says('here');
      expect(staff.chat.texts.at(-1)).toContain('in a channel');
    });

    it('answers what is private in private', async () => {
      const team = office.tenant
        .team({ name: 'Team', members: [staff], channels: ['Talk'] })
        .alreadyInstalled();
      const channel = team.channel('Talk');
      await staff.saysIn(channel, 'figures Q3', { mention: true });
      expect(staff.chat.texts.at(-1)).toBe('42 Q3');
      expect(channel.texts.at(-1)).toContain('I have sent it to you alone');
      expect(channel.texts.join()).not.toContain('42');
    });

    it('shows no figures where the person cannot be written to', async () => {
      const team = office.tenant
        .team({ name: 'Team 2', members: [staff], channels: ['Talk'] })
        .alreadyInstalled();
      const channel = team.channel('Talk');
      office.tenant.faults.always(fault.refuse('MessageWritesBlocked'), { person: staff });
      await staff.saysIn(channel, 'figures Q3', { mention: true });
      expect(channel.texts.at(-1)).toContain('open a chat with me first');
      expect(channel.texts.join()).not.toContain('42');
    });
  });

  it('in a group chat sends people to their own chat', async () => {
    const asked = mei.activity({ type: 'message', text: '帮助' });
    const conversation = { ...asked.conversation, id: mei.chat.id, conversationType: 'groupChat' };
    await office.tenant.post({ ...asked, conversation });
    expect(mei.chat.texts.at(-1)).toContain('单独聊天');
  });

  it('follows the rosters: somebody becomes a manager the moment one names them', async () => {
    const { people, trainings } = office.stores;
    const manager = await people.appear('boss@example.com', '');
    const boss = office.tenant.person({ name: '李总', email: 'boss@example.com', locale: 'zh-CN' });
    await boss.alreadyInstalled().says('数字 2026');
    expect(boss.chat.texts.at(-1)).toContain('抱歉');
    await trainings.enrol(
      {
        training: 'T-1' as TrainingCode,
        person: (await people.appear('mei@example.com', '')).id,
        department: 'A',
        manager: manager.id,
        withdrawn: false,
      },
      byTest,
    );
    await boss.says('数字 2026');
    expect(boss.chat.texts.at(-1)).toBe('42 2026');
  });
});
