import { Temporal } from 'temporal-polyfill';

const instant =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)? ?(?:(Z|UTC|GMT)|([+-]\d{2}):?(\d{2}))$/iu;

/**
 * The day on which it is, in a zone, the hour that a cell says in another one, where the cell itself says another day:
 * `2026-08-27T16:00:00Z` is what a system in Shanghai makes of 28 August, or a training that ends on the 27th at four. Midnight in
 * UTC is how systems write a day alone.
 */
export const dayInZone = (text: string, timeZone: string): string | undefined => {
  const [, day, time, utc, hours, minutes] = instant.exec(text) ?? [];
  if (day === undefined || time === undefined) return undefined;
  const offset = utc === undefined ? `${hours}:${minutes}` : 'Z';
  if (time === '00:00' && /^(?:Z|[+-]00:00)$/u.test(offset)) return undefined;
  try {
    const there = Temporal.Instant.from(`${day}T${time}:00${offset}`).toZonedDateTimeISO(timeZone);
    const its = there.toPlainDate().toString();
    return its === day ? undefined : its;
  } catch {
    // No hour of a clock.
    return undefined;
  }
};
