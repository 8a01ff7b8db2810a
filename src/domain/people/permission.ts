import type { Role } from './person.ts';

/** What a command or a button may be for. Who that is, is said here and nowhere else (DESIGN §3.4). */
export const permissions = ['anyone', 'organise', 'see-reports'] as const;
export type Permission = (typeof permissions)[number];

const allowed: Readonly<Record<Permission, readonly Role[] | 'everybody'>> = {
  anyone: 'everybody',
  /** Choose the channel, give roles, follow a training's progress, assign improvements. */
  organise: ['trainingStaff'],
  /** Results over several trainings; a manager's are narrowed to their own people. */
  'see-reports': ['trainingStaff', 'supervisor', 'manager'],
};

export const may = (roles: ReadonlySet<Role>, permission: Permission): boolean => {
  const who = allowed[permission];
  return who === 'everybody' || who.some((role) => roles.has(role));
};
