/** The product's clock: windows, working hours and links follow it. The demo moves it forward, never back. */
export interface Clock {
  now(): Date;
}

/** Real time: leases, tokens and Retry-After follow it, whatever the product's clock says. */
export const realClock: Clock = { now: () => new Date() };
