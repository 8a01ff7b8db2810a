import type { Role } from './person.ts';

/** The one place that decides who may see and do what (P3, W1–W6). `everybody`: whoever speaks to us. */
const allowed = {
  // Whoever is asked, and whoever answers for a measure, is further checked by the thing itself.
  help: 'everybody',
  'work-on-improvement': 'everybody',
  // W6
  answer: ['trainee'],
  'see-own-visits': ['trainee'],
  // W2, P3: figures of their own trainings, comments without names.
  'see-results-of-own-training': ['instructor'],
  // W4, A7: a manager's report is about their own people.
  report: ['manager', 'trainingStaff'],
  // W1
  status: ['trainingStaff'],
  assign: ['trainingStaff'],
  'choose-channel': ['trainingStaff'],
  'give-roles': ['trainingStaff'],
  'see-unmatched': ['trainingStaff'],
} as const satisfies Readonly<Record<string, 'everybody' | readonly Role[]>>;

export type Permission = keyof typeof allowed;

export const permissions = Object.keys(allowed) as readonly Permission[];

/** Whether somebody with these roles may do this. */
export const may = (roles: ReadonlySet<Role>, permission: Permission): boolean => {
  const who: 'everybody' | readonly Role[] = allowed[permission];
  return who === 'everybody' || who.some((role) => roles.has(role));
};
