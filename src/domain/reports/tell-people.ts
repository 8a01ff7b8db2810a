import type { Completion } from '../analysis/result.ts';
import { numbersFrom, roughly } from '../analysis/roughly.ts';
import { type DueGroup, showableCompletions } from '../analysis/showable-completions.ts';
import { type Disclosed, hidden } from '../analysis/told.ts';
import { answeredBefore } from '../followups/answered-before.ts';
import type { Round } from '../followups/round.ts';
import type { Visit } from '../followups/visit.ts';
import { countPeople } from './count-people.ts';
import type { PeopleFigure } from './report.ts';

/** One round's people as far as a scope reaches: `part` is the scope's name among the round's parts; undefined is everybody. */
export interface RoundPeople {
  readonly round: Pick<Round, 'state'>;
  /** Everybody due. */
  readonly everybody: readonly Visit[];
  readonly own: readonly Visit[];
  readonly part: string | undefined;
  /** As it was frozen. */
  readonly frozen: Disclosed<Completion> | undefined;
}

/**
 * A round's completion: closed, as it was closed; open, by the ledger, and in words where fewer than ten people are told
 * apart by what is shown, as it was when the day began (DESIGN, decision 10).
 */
export const tellPeople = (
  { round, everybody, own, part, frozen }: RoundPeople,
  minimum: number,
  today: string,
): PeopleFigure => {
  if (round.state === 'closed' && frozen !== undefined) return frozen === hidden ? hidden : briefly(frozen);
  const due = own.filter(({ excuse }) => excuse !== 'withdrawn');
  const isShown = (least: number): boolean =>
    part === undefined ? due.length >= least : showableCompletions(groupsOf(everybody), least).has(part);
  if (part !== undefined && !isShown(minimum)) return hidden;
  if (round.state === 'closed' || due.length === 0 || isShown(Math.max(numbersFrom, minimum)))
    return countPeople(due);
  // Whoever withdrew stays in it as they stood: what the word was without them would be theirs.
  const asked = own.filter(({ countedAs }) => countedAs === undefined);
  const answered = asked.filter((visit) => answeredBefore(visit, today)).length;
  return { roughly: roughly({ due: asked.length, answered }) };
};

const briefly = ({ due, answered, excused }: Completion) => ({ due, answered, excused });

const groupsOf = (visits: readonly Visit[]): DueGroup[] =>
  [
    ...Map.groupBy(
      visits.filter(({ excuse }) => excuse !== 'withdrawn'),
      ({ department, manager }) => JSON.stringify([department, manager]),
    ).values(),
  ].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { department, manager } = first;
    return [{ department, ...(manager === undefined ? {} : { manager }), due: same.length }];
  });
