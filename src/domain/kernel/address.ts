/** The ways people are reached and heard (C1–C4). The words stand in the database, in the ledger and beside answers. */
export type Channel = 'teams' | 'web' | 'paper' | 'phone' | 'email' | 'onsite';

/** What a channel needs to find somebody or something again, in its own words: written and read by it alone. */
export type Parts = Readonly<Record<string, string>>;

/** Where somebody can be written to on one channel. */
export interface Address {
  readonly channel: Channel;
  readonly parts: Parts;
}
