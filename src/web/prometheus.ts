import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../domain/kernel/metrics.ts';

/** What is asked for when the figures are read, not counted along the way. */
export interface QueueState {
  /** Deliveries that are due and not sent. */
  readonly due: number;
  /** How long the oldest of them has waited, in seconds of the product's clock. */
  readonly oldestSeconds: number;
}

export interface MetricsPage extends Metrics {
  /** The figures in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

const seconds = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Counts and times for whoever runs the product; a registry of its own, so that two products in a process do not mix. */
export const createMetrics = (queue: () => Promise<QueueState>): MetricsPage => {
  const register = new Registry();
  const registers = [register];
  const deliveries = new Counter({
    name: 'follow_up_deliveries_total',
    help: 'Deliveries by what came of an attempt; why is the kind of message, or the reason it was not delivered.',
    labelNames: ['outcome', 'why'],
    registers,
  });
  const ticks = new Histogram({
    name: 'follow_up_tick_seconds',
    help: 'How long each kind of work by itself took.',
    labelNames: ['tick'],
    buckets: seconds,
    registers,
  });
  const invokes = new Histogram({
    name: 'follow_up_invoke_seconds',
    help: 'How long a pressed button waited for its answer; Teams hangs up after 5 s.',
    labelNames: ['what'],
    buckets: seconds,
    registers,
  });
  const due = new Gauge({
    name: 'follow_up_queue_due',
    help: 'Deliveries that are due and not sent.',
    registers,
  });
  const age = new Gauge({
    name: 'follow_up_queue_age_seconds',
    help: 'How long the oldest due delivery has waited.',
    registers,
  });
  return {
    count: (outcome, why) => deliveries.inc({ outcome, why }),
    time: (what, which, ms) => {
      if (what === 'tick') ticks.observe({ tick: which }, ms / 1000);
      else invokes.observe({ what: which }, ms / 1000);
    },
    text: async () => {
      const state = await queue();
      due.set(state.due);
      age.set(state.oldestSeconds);
      return register.metrics();
    },
    contentType: register.contentType,
  };
};
