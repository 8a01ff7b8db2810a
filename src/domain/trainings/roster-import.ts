import type { RosterRow } from './roster-row.ts';

/** An import is one document first and applied step by step after: killed half-way, it resumes. */
export interface RosterImport {
  /** Digest of the rows: the same file again is the same import. */
  readonly id: string;
  readonly fileName: string;
  readonly rows: readonly RosterRow[];
  readonly applied: number;
  readonly finished: boolean;
  readonly createdAt: Date;
}

export interface RosterImportStore {
  /** Stores it unless its id is there already; returns the stored one. */
  open(rosterImport: RosterImport): Promise<RosterImport>;
  progress(id: string, applied: number): Promise<void>;
  finish(id: string): Promise<void>;
  /** Starts a finished import over (the same file imported again after others changed things). */
  restart(id: string): Promise<void>;
  unfinished(): Promise<RosterImport[]>;
  byId(id: string): Promise<RosterImport | undefined>;
}
