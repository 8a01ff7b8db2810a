import { textReference } from '../domain/audit/entry.ts';
import { folded } from './literal.ts';
import type { PersonRecord } from './person-record.ts';

/** What somebody was given, by reference: each role with its department. */
export const rolesIn = ({ standing, seats = [] }: Pick<PersonRecord, 'standing' | 'seats'>): string[] => [
  ...standing,
  ...seats.map(({ role, department }) => `${role} ${textReference(folded(department))}`),
];
