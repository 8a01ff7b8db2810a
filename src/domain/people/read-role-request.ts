import { type GivenRole, isDepartmentRole } from './person.ts';

export interface RoleRequest {
  /** An e-mail or a name, as typed. */
  readonly who: string;
  /** Undefined when no role was understood. */
  readonly role: GivenRole | undefined;
  /** As typed; for a department's role only. */
  readonly department?: string;
  readonly change: 'give' | 'take';
}

/** What people call the roles, lower-cased. */
export const roleWords: Readonly<Record<GivenRole, readonly string[]>> = {
  trainingStaff: [
    ...['training staff', 'trainingstaff', 'staff', 'training'],
    ...['培训管理员', '管理员', '培训部', '培训专员', '培训人员'],
  ],
  trainingHead: [
    ...['training head', 'traininghead', 'head of training'],
    ...['培训负责人', '培训部负责人', '培训主管', '培训经理'],
  ],
  management: ['management', 'manager of all', '管理层', '公司领导', '高管'],
  supervisor: [
    ...['supervision group', 'supervision', 'supervisor'],
    ...['监督小组', '监督组', '督导', '监督员', '监督'],
  ],
  expert: ['industry expert', 'expert', '行业专家', '专家'],
  coach: ['coach', '教练', '辅导员'],
  departmentHead: [
    ...['department head', 'departmenthead', 'head of department', 'head of'],
    ...['部门负责人', '部门主管', '部门经理', '业务负责人'],
  ],
  representative: ['representative', 'rep', '部门代表', '业务代表', '学员代表', '代表'],
};
const takeWords = ['remove', 'revoke', 'take', 'minus', '取消', '移除', '撤销'];
const giveWords = ['give', 'grant', 'add', 'plus', '授予', '添加', '设为'];

/** Longest first: "training head" is no "training". */
const wordsOfRoles = Object.entries(roleWords)
  .flatMap(([role, words]) => words.map((word) => ({ role: role as GivenRole, word })))
  .toSorted((one, other) => other.word.length - one.word.length);

/**
 * Reads what follows `/role`: `anna@contoso.com staff`, `remove Anna Berg supervisor`, `取消 李伟 督导`; of a
 * department's role `anna@contoso.com departmentHead Sales`, `李伟 部门负责人 销售部`.
 */
export const readRoleRequest = (typed: string): RoleRequest => {
  const text = typed.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const taking = takeOff(text, takeWords);
  const rest = taking ?? takeOff(text, giveWords) ?? text;
  const { who, ...asked } = findRole(rest);
  // "anna remove staff": the verb may stand behind the name.
  const takingLate = taking === undefined ? takeOff(who, takeWords) : undefined;
  const change = taking === undefined && takingLate === undefined ? 'give' : 'take';
  return { who: takingLate ?? who, ...asked, change };
};

const findRole = (text: string): Omit<RoleRequest, 'change'> => {
  // "anna department head staff room": a department may be called like a role.
  const inside = wordsOfRoles.find(({ role, word }) => isDepartmentRole(role) && isInside(text, word));
  if (inside !== undefined) {
    const [who, department] = around(text, inside.word);
    return { who, role: inside.role, department };
  }
  const found = wordsOfRoles.find(({ word }) => isAtAnEnd(text, word));
  if (found === undefined) return { who: text, role: undefined };
  const rest = without(text, found.word);
  return { ...(isDepartmentRole(found.role) ? apart(rest) : { who: rest }), role: found.role };
};

const takeOff = (text: string, words: readonly string[]): string | undefined => {
  const word = words.find((candidate) => isAtAnEnd(text, candidate));
  return word === undefined ? undefined : without(text, word);
};

/** The text begins or ends with this word, set off by a space. */
const isAtAnEnd = (text: string, word: string): boolean => {
  const lower = text.toLowerCase();
  return lower === word || lower.startsWith(`${word} `) || lower.endsWith(` ${word}`);
};

const isInside = (text: string, word: string): boolean => text.toLowerCase().includes(` ${word} `);

/** What is left when a word is taken off the end, or else off the beginning. */
const without = (text: string, word: string): string =>
  (text.toLowerCase().endsWith(word) ? text.slice(0, -word.length) : text.slice(word.length)).trim();

const around = (text: string, word: string): [string, string] => {
  const at = text.toLowerCase().indexOf(` ${word} `);
  return [text.slice(0, at).trim(), text.slice(at + word.length + 2).trim()];
};

/** "Sales anna@contoso.com": the address is who, the rest is the department. */
const apart = (text: string): Pick<RoleRequest, 'who' | 'department'> => {
  const words = text.split(' ');
  const who = words.find((word) => word.includes('@'));
  const department = words.filter((word) => word !== who).join(' ');
  return who === undefined || department === '' ? { who: text } : { who, department };
};
