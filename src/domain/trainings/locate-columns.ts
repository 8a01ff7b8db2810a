import { columnOfHeading, optionalColumns, type RosterColumn, rosterColumns } from './roster-columns.ts';
import type { RosterProblem } from './roster-problem.ts';
import type { RosterTable } from './roster-table.ts';

export interface LocatedColumns {
  readonly places: ReadonlyMap<RosterColumn, number>;
  /** Headings that mean nothing here; whoever imports is told, for one may be a slip of the pen. */
  readonly ignored: readonly string[];
  readonly problems: readonly RosterProblem[];
}

/** Finds each column by its heading, wherever it stands. */
export const locateColumns = (table: RosterTable): LocatedColumns => {
  const places = new Map<RosterColumn, number>(
    [...(table.said ?? [])].map(([place, column]) => [column, place]),
  );
  const said = new Set(places.keys());
  const ignored: string[] = [];
  const problems: RosterProblem[] = [];
  const found = new Map<RosterColumn, string>();
  const take = (column: RosterColumn, place: number, heading: string): void => {
    places.set(column, place);
    found.set(column, heading);
  };
  for (const [place, heading] of table.headings.entries()) {
    if (table.said?.has(place)) continue;
    const column = columnOfHeading(heading);
    if (column === undefined || said.has(column)) {
      if (heading.trim() !== '') ignored.push(heading.trim());
    } else if (
      places.has(column) &&
      saysAddress(column, heading) !== saysAddress(column, found.get(column))
    ) {
      // Names stand beside the addresses: the heading that says "address" is meant.
      const vague = saysAddress(column, heading) ? found.get(column) : heading;
      ignored.push((vague ?? '').trim());
      if (vague !== heading) take(column, place, heading);
    } else if (places.has(column)) {
      problems.push({ code: 'column-twice', line: table.headingLine, column, heading });
    } else {
      take(column, place, heading);
    }
  }
  for (const column of rosterColumns) {
    if (!places.has(column) && !optionalColumns.includes(column)) {
      problems.push({ code: 'column-missing', line: table.headingLine, column });
    }
  }
  return { places, ignored, problems };
};

const saysAddress = (column: RosterColumn, heading = ''): boolean =>
  /emails?$/.test(column) && /mail|邮/iu.test(heading);
