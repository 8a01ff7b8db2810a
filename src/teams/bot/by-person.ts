import type { By } from '../../domain/audit/by.ts';
import type { Desk } from './desk.ts';
import type { Speaker } from './speaker.ts';

/** Whoever speaks or presses did it, now. */
export const byPerson = ({ clock }: Pick<Desk, 'clock'>, { person }: Pick<Speaker, 'person'>): By => ({
  who: { person: person.id },
  at: clock.now(),
});
