import type { RoundId } from '../kernel/ids.ts';
import type { Pool } from './pool.ts';

/** Quarters go by their first day. */
export interface PoolStore {
  /** Keeps a pool once; answers with the one that is kept, which may hold other rounds. */
  keep(pool: Pool): Promise<Pool>;
  byId(id: RoundId): Promise<Pool | undefined>;
  ofQuarters(quarters: readonly string[]): Promise<Pool[]>;
  /** Nothing is left to be pooled in this quarter. */
  settle(quarter: string): Promise<void>;
  /** Those of these quarters that are settled. */
  settled(quarters: readonly string[]): Promise<ReadonlySet<string>>;
}
