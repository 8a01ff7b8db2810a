import { Temporal } from 'temporal-polyfill';

const inUtc = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::00(?:[.,]0+)?)?(?: ?(?:Z|UTC|GMT)|[+-]00:?00)$/iu;

/**
 * The day that begins in a zone at the very hour that a cell says in UTC, where the cell itself says another:
 * `2026-08-27T16:00:00Z` is what a system in Shanghai makes of 28 August, or a training that ends on the 27th at four.
 */
export const midnightInZone = (text: string, timeZone: string): string | undefined => {
  const [, day, time] = inUtc.exec(text) ?? [];
  if (day === undefined) return undefined;
  const there = Temporal.Instant.from(`${day}T${time}:00Z`).toZonedDateTimeISO(timeZone);
  const its = there.toPlainDate().toString();
  return its !== day && there.hour === 0 && there.minute === 0 ? its : undefined;
};
