import { Refusal } from '../kernel/refusal.ts';
import type { GivenRole, Role } from './person.ts';

type Who = 'everybody' | readonly Role[];

/** W1: whoever carries the follow-up out, and whoever heads them. */
const trainingDepartment = ['trainingStaff', 'trainingHead'] as const satisfies readonly GivenRole[];

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
  // W4, A7: everything, one's department, or one's own people.
  report: [...trainingDepartment, 'management', 'departmentHead', 'manager'],
  'report-on-everybody': [...trainingDepartment, 'management'],
  'report-on-department': ['departmentHead'],
  'report-on-own-people': ['manager'],
  // P3: without names; of a round that is over, and beside the figures that the same people see of it.
  'read-comments': [...trainingDepartment, 'departmentHead', 'manager'],
  'read-all-comments': trainingDepartment,
  // W1
  status: trainingDepartment,
  assign: trainingDepartment,
  'choose-channel': trainingDepartment,
  'give-roles': trainingDepartment,
  'see-unmatched': trainingDepartment,
  'say-whose-account': trainingDepartment,
  'say-who-left': trainingDepartment,
  'say-who-is-same': trainingDepartment,
  // Whoever has something that can be done for them.
  'name-deputy': [
    ...trainingDepartment,
    'management',
    'supervisor',
    'expert',
    'coach',
    'departmentHead',
    'representative',
    'manager',
  ],
} as const satisfies Readonly<Record<string, Who>>;

export type Permission = keyof typeof allowed;

export const permissions = Object.keys(allowed) as readonly Permission[];

/** Whether somebody with these roles may do this. */
export const may = (roles: ReadonlySet<Role>, permission: Permission): boolean =>
  isAmong(roles, allowed[permission]);

/** What only the person themselves may: a deputy for a week must not make anything of it that lasts. */
const inPerson: ReadonlySet<Permission> = new Set([
  'give-roles',
  'say-who-left',
  'say-who-is-same',
  'say-whose-account',
]);

/** Whether somebody may do this, today: by what they are, or as somebody's deputy. */
export const mayToday = (
  { roles, ownRoles }: { readonly roles: ReadonlySet<Role>; readonly ownRoles: ReadonlySet<Role> },
  permission: Permission,
): boolean => may(inPerson.has(permission) ? ownRoles : roles, permission);

/** Refuses this, with who may instead: by their role, and whether only they themselves. */
export const notAllowed = (permission: Permission, onlyInPerson = inPerson.has(permission)): Refusal => {
  const who: Who = allowed[permission];
  return new Refusal('not-allowed', {
    who: who === 'everybody' ? '' : who.join(),
    inPerson: onlyInPerson ? 1 : 0,
  });
};

/**
 * Who may get what is said unasked, by its kind; asked when it is about to be said. Of `everybody`, trainees and
 * instructors the thing itself says further which: whose visit, whose improvement, whose training it is. What goes to
 * the department's channel goes to nobody in person.
 */
const received = {
  invitation: ['trainee'],
  reminder: ['trainee'],
  'visit-change': ['trainee'],
  campaign: [],
  result: [],
  'pooled-result': [],
  'instructor-result': ['instructor'],
  'training-cancelled': ['instructor'],
  assignment: 'everybody',
  'improvement-reminder': 'everybody',
  'roster-gaps': ['trainingStaff'],
  'damaged-answers': ['trainingStaff'],
  'stuck-round': ['trainingStaff'],
  'lost-channel': ['trainingStaff'],
  'no-channel': ['trainingStaff'],
  'calendar-ends': ['trainingStaff'],
  'not-attended': ['trainingStaff'],
  unreachable: ['trainingStaff'],
  'account-question': ['trainingStaff'],
  deputy: 'everybody',
} as const satisfies Readonly<Record<string, Who>>;

/** Kinds of what is said unasked. */
export type Received = keyof typeof received;

export const receivedKinds = Object.keys(received) as readonly Received[];

/** Whether somebody with these roles may get this in person. */
export const mayReceive = (roles: ReadonlySet<Role>, kind: Received): boolean =>
  isAmong(roles, received[kind]);

/** Whether a given role is all that it takes to get this. */
export const isReceivedByRole = (kind: Received): boolean =>
  received[kind] !== 'everybody' && !isAmong(new Set<Role>(['trainee', 'instructor']), received[kind]);

const isAmong = (roles: ReadonlySet<Role>, who: Who): boolean =>
  who === 'everybody' || who.some((role) => roles.has(role));

/** W2: whether somebody with these addresses is an instructor of a training as its roster says now. */
export const teaches = (
  training: { readonly instructorEmails: readonly string[] },
  addresses: readonly string[],
): boolean => training.instructorEmails.some((email) => addresses.includes(email));
