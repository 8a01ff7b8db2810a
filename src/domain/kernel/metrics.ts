/** What is counted and timed for whoever runs the product: numbers and names of kinds, never of people. */
export interface Metrics {
  /** One more: `deliveries` by outcome and reason, `requests` by status. */
  readonly count: (what: 'delivered' | 'retried' | 'refused' | 'throttled', why: string) => void;
  /** How long something took, in milliseconds. */
  readonly time: (what: 'tick' | 'invoke', which: string, ms: number) => void;
}
