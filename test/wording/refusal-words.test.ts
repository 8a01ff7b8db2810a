import { describe, expect, test } from 'vitest';
import { may, notAllowed, permissions } from '../../src/domain/people/permissions.ts';
import type { Role } from '../../src/domain/people/person.ts';
import { refusalText } from '../../src/wording/refusal-words.ts';
import { partyNames } from '../../src/wording/role-words.ts';

const roles = Object.keys(partyNames) as Role[];
const saidOf = (permission: (typeof permissions)[number]) => {
  const { code, details } = notAllowed(permission);
  return refusalText(code, details);
};
const listed = (text: string): string[] => (/: (.*?)\./.exec(text)?.[1] ?? '').split(', ');

describe('whoever may not', () => {
  test.each(permissions.filter((permission) => !may(new Set(), permission)))(
    'is told all who may instead, and nobody else: %s',
    (permission) => {
      const mayIt = roles.filter((role) => may(new Set([role]), permission));
      expect(listed(saidOf(permission).en).toSorted()).toEqual(
        mayIt.map((role) => partyNames[role].en).toSorted(),
      );
      for (const role of mayIt) expect(saidOf(permission).zh).toContain(partyNames[role].zh);
    },
  );

  test('is not sent to trainees for what only trainees do', () => {
    expect(saidOf('see-own-visits').en).not.toContain('Ask');
    expect(saidOf('see-own-visits').zh).not.toContain('请找');
    expect(saidOf('assign').en).toContain('Ask one of them');
  });

  test('as a deputy, is told that only they themselves may', () => {
    expect(saidOf('give-roles').en).toContain('in person');
    expect(saidOf('give-roles').zh).toContain('本人');
    expect(saidOf('assign').en).not.toContain('in person');
  });
});
