/** Clocks this far apart still work together; Teams' tokens do not bear more either. */
const clocksApartMs = 5 * 60_000;

/** The furthest date that whoever says again and again that it lives, each time for `longestMs`, could have set by now. */
export const furthestBelieved = (now: Date, longestMs: number): Date =>
  new Date(now.getTime() + longestMs + clocksApartMs);

/**
 * Whether what is said to live until then is believed to. Without a date, or with one that nobody could have set (a copied
 * database, one edited by hand, a clock that was wrong), it would hold others up for ever.
 */
export const isBelieved = (until: unknown, now: Date, longestMs: number): boolean =>
  until instanceof Date && until > now && until <= furthestBelieved(now, longestMs);
