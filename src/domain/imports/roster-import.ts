import type { Actor, By } from '../audit/by.ts';
import type { RosterRow } from '../rosters/roster-row.ts';

/** An import is stored first and applied step by step after: killed half-way, it resumes. */
export interface RosterImport {
  /** Digest of the rows: the same file again is the same import. */
  readonly id: string;
  readonly fileName: string;
  readonly rows: readonly RosterRow[];
  readonly applied: number;
  readonly finished: boolean;
  readonly createdAt: Date;
  /** When it was begun, or begun anew last; not there in imports of earlier versions. */
  readonly begunAt?: Date;
  /** Who began it; not known of imports of earlier versions. */
  readonly begunBy?: Actor;
  /** How often it was started over; not there: never. */
  readonly restarts?: number;
  /** The first of its runs since another import: what has followed from them is taken back together. */
  readonly since?: number;
  /** What it changes is kept as it was; not so of imports of earlier versions. */
  readonly traced?: true;
  /** What came of it is held back, to see whether it can be taken back; it is being taken back; it was. */
  readonly undo?: 'holding' | 'going' | 'done';
}

/** By whom and when an import was begun, or begun anew. */
export interface Begun {
  readonly by: Actor;
  readonly at: Date;
}

export interface RosterImportStore {
  /** Stores it unless its id is there already; returns the stored one. */
  open(rosterImport: RosterImport): Promise<RosterImport>;
  progress(id: string, applied: number): Promise<void>;
  finish(id: string): Promise<void>;
  /** Starts a finished import over (the same rows imported again after others changed things). */
  restart(id: string, rows: readonly RosterRow[], begun: Begun): Promise<RosterImport>;
  unfinished(): Promise<RosterImport[]>;
  /** The one that was begun last, without its rows. */
  latest(): Promise<Omit<RosterImport, 'rows'> | undefined>;
  /** Those that are being taken back, without their rows. */
  beingUndone(): Promise<Omit<RosterImport, 'rows'>[]>;
  /** It may be taken back: nobody goes on with it. */
  holdForUndo(id: string): Promise<void>;
  /** It stays after all. */
  letStand(id: string): Promise<void>;
  /** It is being taken back. Done twice it is written down once. */
  beginUndo(id: string, by: By): Promise<void>;
  /** It was taken back. */
  endUndo(id: string): Promise<void>;
  byId(id: string): Promise<RosterImport | undefined>;
}
