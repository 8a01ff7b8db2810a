import { type CellGroup, showableCells } from './showable-cells.ts';
import { nameOfPart, partsWith, type SumsGroup } from './sums.ts';
import { emptyTally, type Tally } from './tally.ts';

/** People of one department and one manager who are due in a round. */
export type DueGroup = Pick<SumsGroup, 'department' | 'manager' | 'due'>;

/**
 * The parts of a round, by name, whose completion may be told beside the whole's, so that no sums and differences tell of fewer
 * people than the minimum; everybody is asked for by nobody's name and is not among them.
 */
export const showableCompletions = (groups: readonly DueGroup[], minimum: number): ReadonlySet<string> => {
  const people = (due: number): Tally => ({ ...emptyTally, n: due });
  const dueIn = new Map<string, number>();
  for (const group of groups)
    for (const name of partsWith(group).map(nameOfPart)) dueIn.set(name, (dueIn.get(name) ?? 0) + group.due);
  return showableCells(
    groups.map((group) => cellGroup(group, group.due, people(group.due))),
    {
      whole: people(groups.reduce((sum, { due }) => sum + due, 0)),
      inCell: (name) => people(dueIn.get(name) ?? 0),
      minimum,
    },
  );
};

export const cellGroup = (
  group: Pick<SumsGroup, 'department' | 'manager'>,
  count: number,
  tally: Tally | undefined,
): CellGroup => ({
  cells: new Set(partsWith(group).map(nameOfPart)),
  count,
  ...(tally === undefined ? {} : { tally }),
});
