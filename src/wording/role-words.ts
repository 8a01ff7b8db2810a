import type { Text } from '../domain/kernel/text.ts';
import type { Appointment, GivenRole, Role } from '../domain/people/person.ts';
import { spaced } from './spaced.ts';

/** What the roles that are given are called. */
export const roleNames: Readonly<Record<GivenRole, Text>> = {
  trainingStaff: { zh: '培训管理员', en: 'training staff' },
  trainingHead: { zh: '培训负责人', en: 'training head' },
  management: { zh: '管理层', en: 'management' },
  supervisor: { zh: '督导', en: 'supervisor' },
  expert: { zh: '专家', en: 'expert' },
  coach: { zh: '教练', en: 'coach' },
  departmentHead: { zh: '部门负责人', en: 'department head' },
  representative: { zh: '部门代表', en: 'representative' },
};

/** What all parties of the policy are called. */
export const partyNames: Readonly<Record<Role, Text>> = {
  ...roleNames,
  trainee: { zh: '学员', en: 'trainee' },
  instructor: { zh: '讲师', en: 'instructor' },
  manager: { zh: '主管', en: 'line manager' },
};

/** What a manager of the rosters is called. */
export const managerName: Text = { zh: '下属的回访报告', en: 'the report on their people' };

/** Several, in one line. */
export const allOf = (names: readonly Text[]): Text => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join(', '),
});

/** A role with its department, where it has one. */
export const appointmentName = (appointment: Appointment): Text => {
  const { zh, en } = roleNames[appointment.role];
  if (!('department' in appointment)) return { zh, en };
  const { department } = appointment;
  return { zh: `${zh}（${department}）`, en: `${en} (${department})` };
};

export const roleGranted = (name: string, granted: Text): Text => ({
  zh: spaced`好的，${name}现在是${granted.zh}。`,
  en: `Done: ${name} now has the role ${granted.en}.`,
});

export const roleRevoked = (name: string, revoked: Text): Text => ({
  zh: spaced`好的，${name}不再是${revoked.zh}。`,
  en: `Done: ${name} no longer has the role ${revoked.en}.`,
});

export const staysStaff: Text = {
  zh: '不过对方在系统配置中被指定为首位培训管理员，权限仍然保留。',
  en: 'They are also named in the configuration as the first member of the training staff, though, and stay that.',
};

export const roleHolders = (held: Text, people: readonly string[]): Text => ({
  zh: `${held.zh}：${people.length === 0 ? '暂无' : people.join('、')}`,
  en: `${held.en}: ${people.length === 0 ? 'nobody yet' : people.join(', ')}`,
});

export const holderOf = (name: string, departments: readonly string[]): Text => {
  if (departments.length === 0) return { zh: name, en: name };
  return { zh: `${name}（${departments.join('、')}）`, en: `${name} (${departments.join(', ')})` };
};

/** How `/role` can be used. */
export const roleExamples: Text = {
  zh: '可以这样写：角色、角色 添加 管理员 mei@example.com、角色 移除 督导 mei@example.com、角色 mei@example.com 部门负责人 销售部。',
  en: 'These work: role, role add staff mei@example.com, role remove supervisor mei@example.com, role mei@example.com department head Sales.',
};
