import type { Text } from '../../domain/kernel/text.ts';
import { changeRole, type RoleChange } from '../../domain/people/change-role.ts';
import { isAddress } from '../../domain/people/is-address.ts';
import { isSomebody } from '../../domain/people/is-somebody.ts';
import { readRoleRequest } from '../../domain/people/read-role-request.ts';
import { type RoleHoldersView, roleHoldersView } from '../../views/people/role-holders-view.ts';
import * as wording from '../../wording/command-words.ts';
import {
  appointmentName,
  holderOf,
  roleGranted,
  roleHolders,
  roleNames,
  roleRevoked,
  staysStaff,
} from '../../wording/role-words.ts';
import { byPerson } from '../bot/by-person.ts';
import { command } from './command.ts';

/** `/role`: who has which role; with a name, gives or takes one, with the department where the role has one. */
export const role = command({
  name: 'role',
  words: { zh: ['角色'], en: ['role', 'roles'] },
  permission: 'give-roles',
  menu: { title: wording.role.title, description: wording.role.description },
  answersIn: 'private',
  uses: ['people', 'accounts', 'trainings'],
  places: ['personal', 'channel'],
  takes: (args) => isAddress(readRoleRequest(args).who),
  knows: async (args, on) => {
    const { role: asked, who } = readRoleRequest(args);
    return asked !== undefined && (await isSomebody(on, who));
  },
  async run({ speaker, args }, on) {
    const { language, account } = speaker;
    if (args === '') return { text: holdersText(await roleHoldersView(on))[language] };
    const asking = { account, by: byPerson(on, speaker) };
    const change = await changeRole(on, asking, readRoleRequest(args), on.isFirstStaff);
    return { text: sentence(change)[language] };
  },
});

const sentence = ({ person, appointment, change, staysByConfiguration }: RoleChange): Text => {
  const said = change === 'give' ? roleGranted : roleRevoked;
  const done = said(person.name || person.email, appointmentName(appointment));
  if (!staysByConfiguration) return done;
  return { zh: `${done.zh}${staysStaff.zh}`, en: `${done.en} ${staysStaff.en}` };
};

const holdersText = (view: readonly RoleHoldersView[]): Text => {
  const lines = view.map(({ role: given, holders }) => {
    const texts = holders.map(({ name, departments }) => holderOf(name, departments));
    const [zh, en] = [texts.map((text) => text.zh), texts.map((text) => text.en)];
    return { zh: roleHolders(roleNames[given], zh).zh, en: roleHolders(roleNames[given], en).en };
  });
  return { zh: lines.map(({ zh }) => zh).join('\n\n'), en: lines.map(({ en }) => en).join('\n\n') };
};
