import type { Text } from '../domain/kernel/text.ts';
import type { Role } from '../domain/people/person.ts';
import type { MissingPerson, MissingReason } from '../domain/people/who-is-missing.ts';

export const roleNames: Readonly<Record<Role, Text>> = {
  trainingStaff: { zh: '培训管理员', en: 'training staff' },
  supervisor: { zh: '督导', en: 'supervisor' },
  trainee: { zh: '学员', en: 'trainee' },
  instructor: { zh: '讲师', en: 'instructor' },
  manager: { zh: '上级', en: 'manager' },
};

export const missingHeading = (count: number): Text => ({
  zh: `有 ${count} 位学员我还联系不上。他们仍然计入应回访人数。`,
  en: `I cannot reach ${count} participant${count === 1 ? '' : 's'} yet. They still count among those due.`,
});

export const nobodyMissing: Text = {
  zh: '花名册上的学员我都能联系到。',
  en: 'I can reach everybody on the roster.',
};

/** Why somebody cannot be reached, in a few words. */
export const missingReasonNames: Readonly<Record<MissingReason, Text>> = {
  'no-account': { zh: '没有找到 Teams 帐户', en: 'no Teams account found' },
  'not-installed': { zh: '还没有安装我', en: 'has not installed me' },
  'under-other-address': { zh: '帐户用的是另一个邮箱', en: 'known by another address' },
};

/** What the training staff should do about it. */
export const whatToDo = (missing: MissingPerson): Text => whatToDoAbout[missing.reason](missing);

const whatToDoAbout: Readonly<Record<MissingReason, (missing: MissingPerson) => Text>> = {
  'no-account': ({ person }) => ({
    zh: `请核对邮箱 ${person.email}；如果没有错，请 Teams 管理员用应用设置策略为这位同事安装我。`,
    en: `Check the address ${person.email}. If it is right, ask the Teams administrator to install me for them with an app setup policy.`,
  }),
  'not-installed': () => ({
    zh: '请 Teams 管理员用应用设置策略为这位同事安装我，或请本人在 Teams 应用里添加我。',
    en: 'Ask the Teams administrator to install me for them with an app setup policy, or ask them to add me under Apps in Teams.',
  }),
  'under-other-address': ({ person, otherEmail = '' }) => ({
    zh: `这位同事的帐户已登记为 ${otherEmail}。请在花名册里把 ${person.email} 统一改成同一个邮箱，再导入一次。`,
    en: `Their account is already known as ${otherEmail}. Use one of the two addresses throughout the rosters instead of ${person.email} as well, and import again.`,
  }),
};

/** Said with a role taken from somebody whom the configuration makes a member of the staff. */
export const staysByConfiguration = (name: string): Text => ({
  zh: `${name}是系统设置里指定的首位培训管理员，因此仍然可以使用管理功能。`,
  en: `${name} was named as the first member of the training staff when I was set up and can still do everything staff can.`,
});
