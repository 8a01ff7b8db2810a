import type { PersonId } from '../kernel/ids.ts';
import type { Settings } from '../kernel/settings.ts';
import { instructorOf } from './answer-key.ts';
import { type Disclosed, type DisclosedCell, type DisclosedResult, hidden } from './disclosed-result.ts';
import type { Completion, Result, ResultCell, ResultGroup, Tally } from './result.ts';
import { type CountedGroup, showableCells } from './showable-cells.ts';

/**
 * The one place of P3's thresholds: what may be shown of a frozen result, the same for everybody, whatever
 * they ask and how often. Figures over periods add up what is shown of each round and nothing else, so no
 * sequence of requests tells more than this does. An item's figures are judged by its own answers,
 * completion by the people due; the whole's completion is a fact of the ledger that staff keep, and stays.
 */
export const disclose = (result: Result, settings: Pick<Settings, 'minimumGroup'>): DisclosedResult => {
  const { scores, comments } = settings.minimumGroup;
  const keys = Object.keys(result.whole.items);
  const shown = new Map(
    keys.map((key) => [key, cellsOf(result, (group) => group.answers[key] ?? 0, scores)]),
  );
  const completion = cellsOf(result, (group) => group.due, scores);
  const disclosed = (cell: ResultCell, name: string): DisclosedCell => ({
    completion: completion.has(name) ? cell.completion : hidden,
    items: Object.fromEntries(
      Object.entries(cell.items).map(([key, tally]): [string, Disclosed<Tally>] => [
        key,
        shown.get(key)?.has(name) === true && tally.n >= scores ? tally : hidden,
      ]),
    ),
  });
  return {
    round: result.round,
    training: result.training,
    kind: result.kind,
    questionnaire: result.questionnaire,
    dueDate: result.dueDate,
    revision: result.revision,
    whole: {
      completion: result.whole.completion,
      items: mapValues(result.whole.items, (tally) => (tally.n >= scores ? tally : hidden)),
    },
    departments: mapValues(result.departments, (cell, name) => disclosed(cell, departmentCell(name))),
    managers: mapValues(result.managers, (cell, name) => disclosed(cell, managerCell(name))),
    comments: result.whole.respondents >= comments ? result.comments : hidden,
  };
};

/** Completion of people who are not one frozen cell (a period, an open round): hidden when fewer than the minimum are due. */
export const discloseCompletion = <Count extends Pick<Completion, 'due'>>(
  people: Count,
  settings: Pick<Settings, 'minimumGroup'>,
): Disclosed<Count> => (people.due >= settings.minimumGroup.scores ? people : hidden);

/** What one instructor may see (W2): the whole, without what was said about other instructors. */
export const forInstructor = (
  result: DisclosedResult,
  person: PersonId,
  settings: Pick<Settings, 'minimumGroup'>,
): DisclosedResult => {
  const concerns = (key: string): boolean => [undefined, person].includes(instructorOf(key));
  const { completion, items } = result.whole;
  return {
    ...result,
    whole: {
      completion: completion === hidden ? hidden : discloseCompletion(completion, settings),
      items: Object.fromEntries(Object.entries(items).filter(([key]) => concerns(key))),
    },
    departments: {},
    managers: {},
    comments: result.comments === hidden ? hidden : result.comments.filter(({ key }) => concerns(key)),
  };
};

const departmentCell = (name: string): string => `department ${name}`;
const managerCell = (name: string): string => `manager ${name}`;

const cellsOf = (
  result: Result,
  count: (group: ResultGroup) => number,
  minimum: number,
): ReadonlySet<string> =>
  showableCells(
    result.groups.map((group): CountedGroup => {
      const cells = new Set([departmentCell(group.department)]);
      if (group.manager !== undefined) cells.add(managerCell(group.manager));
      return { cells, count: count(group) };
    }),
    minimum,
  );

const mapValues = <From, To>(
  values: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value, key)]));
