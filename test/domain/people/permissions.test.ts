import { describe, expect, test } from 'vitest';
import {
  isReceivedByRole,
  may,
  mayReceive,
  type Permission,
  permissions,
  type Received,
  receivedKinds,
} from '../../../src/domain/people/permissions.ts';
import type { Role } from '../../../src/domain/people/person.ts';
import { storedKinds } from '../../../src/store/stored-message.ts';

// The whole table, written out: whoever changes a permission changes it here too, on purpose.
const everybodyMay: Permission[] = ['help', 'work-on-improvement'];
const everybodyGets: Received[] = ['assignment', 'improvement-reminder', 'deputy'];

interface Rights {
  readonly may: readonly Permission[];
  readonly gets: readonly Received[];
}

const trainingDepartment: Permission[] = [
  'report',
  'report-on-everybody',
  'read-comments',
  'read-all-comments',
  'status',
  'assign',
  'choose-channel',
  'give-roles',
  'see-unmatched',
  'say-who-left',
  'say-who-is-same',
  'say-whose-account',
  'name-deputy',
];

const rights: Readonly<Record<Role, Rights>> = {
  trainee: { may: ['answer', 'see-own-visits'], gets: ['invitation', 'reminder', 'visit-change'] },
  instructor: { may: ['see-results-of-own-training'], gets: ['instructor-result', 'training-cancelled'] },
  manager: { may: ['report', 'report-on-own-people', 'read-comments', 'name-deputy'], gets: [] },
  trainingStaff: {
    may: trainingDepartment,
    gets: [
      'roster-gaps',
      'damaged-answers',
      'stuck-round',
      'lost-channel',
      'no-channel',
      'calendar-ends',
      'not-attended',
      'unreachable',
      'account-question',
    ],
  },
  trainingHead: { may: trainingDepartment, gets: [] },
  management: { may: ['report', 'report-on-everybody', 'name-deputy'], gets: [] },
  departmentHead: { may: ['report', 'report-on-department', 'read-comments', 'name-deputy'], gets: [] },
  representative: { may: ['name-deputy'], gets: [] },
  supervisor: { may: ['name-deputy'], gets: [] },
  expert: { may: ['name-deputy'], gets: [] },
  coach: { may: ['name-deputy'], gets: [] },
};
const nothing: Rights = { may: [], gets: [] };
const cases = [...Object.entries(rights), ['nobody in particular', nothing] as const].flatMap(
  ([role, given]) => [[role, given] as const],
);

describe('what each role may do and gets, and nothing else', () => {
  test.each(cases)('%s', (role, given) => {
    const roles = new Set(role in rights ? [role as Role] : []);
    const does = permissions.filter((permission) => may(roles, permission));
    const gets = receivedKinds.filter((kind) => mayReceive(roles, kind));
    expect(does.toSorted()).toEqual([...everybodyMay, ...given.may].toSorted());
    expect(gets.toSorted()).toEqual([...everybodyGets, ...given.gets].toSorted());
  });

  test('several roles add up, and take nothing from each other', () => {
    const roles = new Set<Role>(['manager', 'trainee']);
    const does = permissions.filter((permission) => may(roles, permission));
    const both = [...everybodyMay, ...rights.manager.may, ...rights.trainee.may];
    expect(does.toSorted()).toEqual([...new Set(both)].toSorted());
  });
});

test('whatever is said unasked has a line in the table', () => {
  expect([...receivedKinds].toSorted()).toEqual([...storedKinds].toSorted());
});

test('what a given role alone lets through is asked for at the moment of sending; the rest is told by the thing itself', () => {
  const byRole = receivedKinds.filter(isReceivedByRole);
  expect(byRole.toSorted()).toEqual([
    'account-question',
    'calendar-ends',
    'campaign',
    'damaged-answers',
    'lost-channel',
    'no-channel',
    'not-attended',
    'pooled-result',
    'result',
    'roster-gaps',
    'stuck-round',
    'unreachable',
  ]);
});
