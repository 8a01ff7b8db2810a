/** Longer than a request may take (10 s), short enough to be taken over within a minute. */
export const usualLeaseMs = 30_000;
