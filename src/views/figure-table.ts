import type { Text } from '../domain/kernel/text.ts';

/** Rows under a header, cell by cell. */
export interface FigureTable {
  readonly header: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
}
