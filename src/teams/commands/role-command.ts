import type { Text } from '../../domain/kernel/text.ts';
import { changeRole, type RoleChange } from '../../domain/people/grant-role.ts';
import { type StandingRole, standingRoles } from '../../domain/people/person.ts';
import { readRoleRequest } from '../../domain/people/read-role-request.ts';
import * as wording from '../../wording/command-words.ts';
import type { Desk } from '../bot/desk.ts';
import type { Command } from './command.ts';

/** `/role`: who is on the training staff and in the supervision group; with a name, gives or takes a role. */
export const role: Command = {
  name: 'role',
  words: { zh: ['角色'], en: ['role', 'roles'] },
  permission: 'give-roles',
  menu: { title: wording.role.title, description: wording.role.description },
  answersIn: 'private',
  places: ['personal', 'channel'],
  async run({ speaker, args }, desk) {
    const { language } = speaker;
    if (args === '') return { text: (await holders(desk))[language] };
    const change = await changeRole(desk.stores, speaker.account, readRoleRequest(args), desk.firstStaff);
    return { text: sentence(change)[language] };
  },
};

const roleName: Readonly<Record<StandingRole, Text>> = {
  trainingStaff: wording.role.trainingStaff,
  supervisor: wording.role.supervisor,
};

const sentence = (change: RoleChange): Text => {
  const name = change.person.name === '' ? change.person.email : change.person.name;
  const said = change.change === 'give' ? wording.roleGranted : wording.roleRevoked;
  const done = said(name, roleName[change.role]);
  if (!change.staysByConfiguration) return done;
  return { zh: `${done.zh}${wording.role.stays.zh}`, en: `${done.en} ${wording.role.stays.en}` };
};

const holders = async ({ stores }: Desk): Promise<Text> => {
  const lines = await Promise.all(
    standingRoles.map(async (standing) => {
      const people = (await stores.people.withRole(standing)).map(({ name, email }) => name || email);
      return wording.roleHolders(roleName[standing], people);
    }),
  );
  return { zh: lines.map(({ zh }) => zh).join('\n\n'), en: lines.map(({ en }) => en).join('\n\n') };
};
