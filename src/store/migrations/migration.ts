import type { Slices } from './slices.ts';

/**
 * A step from one stored shape to the next. Both halves must be safe to repeat, to be killed in anywhere and to run while
 * processes of this version and of the one before write: change only what is not changed yet (`slices` sees to that).
 */
export interface Migration {
  /** Counted from 1, without gaps; the last one's is the database's version. */
  readonly number: number;
  /** As the file is called. */
  readonly name: string;
  /** Adds what is read from now on. The version before, which may run beside, must not mind. Run again before `remove`. */
  add?(slices: Slices): Promise<void>;
  /** Removes what is no longer read. Run when the next release comes, once no process of the version before is left. */
  remove?(slices: Slices): Promise<void>;
}

/** Migrations that go out together. One release may run beside the next, not beside the one after that. */
export type Release = readonly Migration[];

/** What a product that knows these releases works on: its own version and the oldest that may run beside it. */
export interface Version {
  readonly version: number;
  readonly oldest: number;
}

export const versionOf = (releases: readonly Release[]): Version => {
  const last = (release: Release | undefined): number => release?.at(-1)?.number ?? 0;
  return { version: last(releases.at(-1)), oldest: last(releases.at(-2)) };
};
