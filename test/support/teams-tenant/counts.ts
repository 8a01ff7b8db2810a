import type { Operation } from './operation.ts';

/** What the connector was asked and what it did, since the start or the last `reset`. */
export interface Counts {
  /** Every request of the bot, the refused ones included. */
  requests: number;
  /** Requests carried out, whether or not the bot heard of it. */
  accepted: number;
  throttled: number;
  /** Turned down for another reason than the rate. */
  refused: number;
  /** Left without an answer by a scripted fault. */
  unanswered: number;
  byOperation: Partial<Record<Operation['kind'], number>>;
  byStatus: Record<number, number>;
  reset(): void;
}

export function createCounts(): Counts {
  const zero = () => ({
    requests: 0,
    accepted: 0,
    throttled: 0,
    refused: 0,
    unanswered: 0,
    byOperation: {},
    byStatus: {},
  });
  const counts: Counts = { ...zero(), reset: () => void Object.assign(counts, zero()) };
  return counts;
}
