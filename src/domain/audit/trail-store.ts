import type { Entry, EntrySubject } from './entry.ts';

/** An entry that still lies in the record it was written with. */
export interface PendingEntry {
  readonly entry: Entry;
  /** Where it lies: known to the store alone. */
  readonly held: { readonly collection: string; readonly record: string };
}

/** Where entries stay for good, in no record but their own. */
export interface TrailStore {
  /** Entries of up to so many records, whose entries come in the order in which they were written. */
  pending(records: number): Promise<PendingEntry[]>;
  /** Keeps each once, by its id. */
  keep(entries: readonly Entry[]): Promise<void>;
  /** Takes kept entries out of their records; what was added meanwhile stays. */
  letGo(entries: readonly PendingEntry[]): Promise<void>;
  /** What was done about one thing, oldest first, as far as it was moved. */
  about(kind: EntrySubject, id: string): Promise<Entry[]>;
}
