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
  /**
   * No process of a version before may go on beside it: what is old must not be there any more (answers in plain text, say).
   * They are told to go, and both halves of its release are done at once.
   */
  readonly alone?: true;
  /** Adds what is read from now on. The version before, which may run beside, must not mind. Run again before `remove`. */
  add?(slices: Slices): Promise<void>;
  /** Removes what is no longer read. Run when the next release comes, once no process of the version before is left. */
  remove?(slices: Slices): Promise<void>;
}

/** Migrations that go out together. One release may run beside the next, unless that is alone, not beside the one after that. */
export type Release = readonly Migration[];

export const isAlone = (release: Release | undefined): boolean =>
  release?.some(({ alone }) => alone === true) === true;

/** What a product that knows these releases works on: its own version and the oldest that may run beside it. */
export interface Version {
  readonly version: number;
  readonly oldest: number;
}

export const versionOf = (releases: readonly Release[]): Version => {
  const last = (release: Release | undefined): number => release?.at(-1)?.number ?? 0;
  const version = last(releases.at(-1));
  return { version, oldest: isAlone(releases.at(-1)) ? version : last(releases.at(-2)) };
};
