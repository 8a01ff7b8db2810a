import type { Means } from '../domain/means.ts';
import type { Stores } from '../domain/stores.ts';

/** Something that happens by itself. It may run twice or late without harm, here or in another process. */
export interface Tick {
  readonly name: string;
  readonly everyMs: number;
  /** Done by every process, again and again without waiting for its turn; else by one process at a time. */
  readonly everywhere?: boolean;
  run(deps: Stores & Means): Promise<number>;
}
