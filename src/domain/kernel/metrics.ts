/** What is counted and timed for whoever runs the product: numbers and names of kinds, never of people. */
export interface Metrics {
  /** One more delivery that ended so; `why` is its kind, or the reason it was not delivered. */
  readonly count: (outcome: 'delivered' | 'retried' | 'refused', why: string) => void;
  /** How long something took, in milliseconds. */
  readonly time: (what: 'tick' | 'invoke', which: string, ms: number) => void;
}
