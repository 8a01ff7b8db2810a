import type { StandingRole } from './person.ts';

export interface RoleRequest {
  /** An e-mail or a name, as typed. */
  readonly who: string;
  /** Undefined when no role was understood. */
  readonly role: StandingRole | undefined;
  readonly change: 'give' | 'take';
}

const roleWords: readonly (readonly [StandingRole, readonly string[]])[] = [
  [
    'trainingStaff',
    [
      'training staff',
      'trainingstaff',
      'staff',
      'training',
      '培训管理员',
      '管理员',
      '培训部',
      '培训专员',
      '培训人员',
    ],
  ],
  [
    'supervisor',
    ['supervision group', 'supervision', 'supervisor', '监督小组', '监督组', '督导', '监督员', '监督'],
  ],
];
const takeWords = ['remove', 'revoke', 'take', 'minus', '取消', '移除', '撤销'];
const giveWords = ['give', 'grant', 'add', 'plus', '授予', '添加', '设为'];

/** Reads what follows `/role`: `anna@contoso.com staff`, `remove Anna Berg supervisor`, `取消 李伟 督导`. */
export const readRoleRequest = (text: string): RoleRequest => {
  let rest = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  let role: StandingRole | undefined;
  let change: RoleRequest['change'] = 'give';
  const takeOff = (words: readonly string[]): boolean => {
    const word = words.find((candidate) => isAtAnEnd(rest, candidate));
    if (word === undefined) return false;
    const lower = rest.toLowerCase();
    rest = (lower.endsWith(word) ? rest.slice(0, -word.length) : rest.slice(word.length)).trim();
    return true;
  };
  if (takeOff(takeWords)) change = 'take';
  else takeOff(giveWords);
  for (const [candidate, words] of roleWords) {
    if (role === undefined && takeOff(words)) role = candidate;
  }
  // "give anna the role", "anna remove staff": the verb may stand behind the role.
  if (change === 'give' && takeOff(takeWords)) change = 'take';
  return { who: rest, role, change };
};

/** The text begins or ends with this word, set off by a space. */
const isAtAnEnd = (text: string, word: string): boolean => {
  const lower = text.toLowerCase();
  return lower === word || lower.startsWith(`${word} `) || lower.endsWith(` ${word}`);
};
