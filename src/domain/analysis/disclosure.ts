import type { PersonId } from '../kernel/ids.ts';
import type { Settings } from '../kernel/settings.ts';
import { type Item, itemsById, type Questionnaire } from '../questionnaires/questionnaire.ts';
import { instructorOf, itemIdOf } from './answer-key.ts';
import { conditionKey } from './condition-key.ts';
import { insidersAmong, isLow, tellTally } from './low-end.ts';
import type { Completion, FrozenResult, Result, ResultCell } from './result.ts';
import { showableCells } from './showable-cells.ts';
import { cellGroup, showableCompletions } from './showable-completions.ts';
import { nameOfPart, type Sums } from './sums.ts';
import { emptyTally, type Tally } from './tally.ts';
import { type Disclosed, hidden, isStopped, type Told } from './told.ts';

type Thresholds = Pick<Settings, 'minimumGroup'>;

/** What may be shown of a round, and so is all that is kept of it. */
export type Shown = Pick<FrozenResult, 'whole' | 'parts' | 'comments' | 'texts'>;

/**
 * The one place of P3's thresholds: what may be shown of what a round's people said, the same for everybody, whatever they
 * ask and how often. Figures over periods add up what is shown of each round and nothing else, so no sequence of requests
 * tells more than this does. An item's figures are judged by its own answers, completion by the people due, comments by the
 * people who came to their question; the whole's completion is a fact of the ledger that staff keep, and stays.
 */
export const disclose = (sums: Sums, questionnaire: Questionnaire, settings: Thresholds): Shown => {
  const { scores, comments: enough } = settings.minimumGroup;
  const items = itemsById(questionnaire);
  const judged = new Map(
    [...sums.whole.items.keys()].sort().flatMap((key): [string, DisclosedItem][] => {
      const item = items.get(itemIdOf(key));
      return item === undefined ? [] : [[key, discloseItem(key, item, sums, scores)]];
    }),
  );
  const disclosed = [...judged].flatMap(([key, one]) => {
    const told = besideItsCondition(items, judged, key, one);
    return told === undefined ? [] : [{ key, ...told }];
  });
  const completions = showableCompletions(sums.groups, scores);
  const reached = [...sums.reached]
    .filter(([key]) => isAllToldBefore(items, judged, key))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const open = new Set(reached.flatMap(([key, people]) => (people >= enough ? [key] : [])));
  const isOpen = (key: string): boolean => open.has(key);
  const texts = sums.comments.filter(({ key }) => isOpen(key));
  const textsOf = Map.groupBy(texts, ({ key }) => key);
  return {
    whole: {
      completion: sums.whole.completion,
      items: Object.fromEntries(disclosed.map(({ key, whole }) => [key, whole])),
    },
    parts: sums.parts.map(({ part, cell }) => {
      const name = nameOfPart(part);
      const shown: ResultCell = {
        completion: completions.has(name) ? cell.completion : hidden,
        items: Object.fromEntries(
          disclosed.flatMap(({ key, cells }) => {
            const told = cells.get(name);
            return told === undefined ? [] : [[key, told]];
          }),
        ),
      };
      return { part, cell: shown };
    }),
    comments: Object.fromEntries(
      reached.map(([key]) => [key, isOpen(key) ? (textsOf.get(key)?.length ?? 0) : hidden]),
    ),
    texts,
  };
};

/** Of everybody, and by name of every part whose people answered it. */
interface DisclosedItem {
  readonly whole: Disclosed<Told>;
  readonly cells: ReadonlyMap<string, Disclosed<Told>>;
}

type Items = ReadonlyMap<string, Item>;
type Judged = ReadonlyMap<string, DisclosedItem>;

const isAllTold = (told: Disclosed<Told> | undefined): boolean =>
  told !== undefined && told !== hidden && !isStopped(told);

/**
 * What only some are asked tells by their number alone how many answered so as to be asked: "what was weak?", answered by
 * everybody, would say of everybody that they judged badly. So nothing of it is told unless everything is told of what its
 * condition looks at.
 */
const isAllToldBefore = (
  items: Items,
  judged: Judged,
  key: string,
  toldOf: (one: DisclosedItem) => Disclosed<Told> | undefined = ({ whole }) => whole,
): boolean => {
  const before = conditionKey(items, key);
  if (before === undefined) return true;
  const one = judged.get(before);
  return one !== undefined && isAllTold(toldOf(one)) && isAllToldBefore(items, judged, before, toldOf);
};

const isHiddenBefore = (items: Items, judged: Judged, key: string): boolean => {
  const before = conditionKey(items, key);
  if (before === undefined) return false;
  const told = judged.get(before)?.whole ?? hidden;
  return told === hidden || isHiddenBefore(items, judged, before);
};

const besideItsCondition = (
  items: Items,
  judged: Judged,
  key: string,
  one: DisclosedItem,
): DisclosedItem | undefined => {
  if (conditionKey(items, key) === undefined) return one;
  if (!isAllToldBefore(items, judged, key)) {
    // Beside what is hidden it would tell already that there is such an answer.
    return isHiddenBefore(items, judged, key) ? undefined : { whole: hidden, cells: new Map() };
  }
  const isShown = ([name]: [string, unknown]): boolean =>
    isAllToldBefore(items, judged, key, ({ cells }) => cells.get(name));
  return { whole: one.whole, cells: new Map([...one.cells].filter(isShown)) };
};

const discloseItem = (key: string, item: Item, sums: Sums, minimum: number): DisclosedItem => {
  const whole = sums.whole.items.get(key) ?? emptyTally;
  // Whoever puts answers together may have them in one small part.
  const insiders = insidersAmong(whole.n);
  const inCells = new Map(
    sums.parts.flatMap(({ part, cell }) => {
      const tally = cell.items.get(key);
      return tally === undefined ? [] : [[nameOfPart(part), tally]];
    }),
  );
  const groups = sums.groups.map((group) =>
    cellGroup(
      group,
      group.answers.get(key) ?? 0,
      group.items === undefined ? undefined : (group.items.get(key) ?? emptyTally),
    ),
  );
  const rules = { whole, inCell: (name: string) => inCells.get(name) ?? emptyTally, minimum };
  const low = isLow(item, whole, insiders);
  const shown = showableCells(
    groups,
    // Where everybody's answers are told so far as a stop, the same stop is true of every part, and tells nothing more.
    low ? rules : { ...rules, isLow: (tally) => isLow(item, tally, insiders) },
  );
  return {
    whole: whole.n < minimum ? hidden : tellTally(item, whole, insiders),
    cells: new Map(
      [...inCells].map(([name, tally]) => [
        name,
        shown.has(name) ? tellCell(item, tally, insiders, low) : hidden,
      ]),
    ),
  };
};

const tellCell = (item: Item, tally: Tally, insiders: number, wholeIsLow: boolean): Disclosed<Told> => {
  if (!wholeIsLow) return tally;
  const told = tellTally(item, tally, insiders);
  if (!isStopped(told) || told.stopped !== 'scores') return hidden;
  const { n, stopped, satisfied } = told;
  return { n, stopped, satisfied };
};

/** Completion of people who are not one frozen cell: hidden when fewer than the minimum are due. */
export const discloseCompletion = <Count extends Pick<Completion, 'due'>>(
  people: Count,
  settings: Thresholds,
): Disclosed<Count> => (people.due >= settings.minimumGroup.scores ? people : hidden);

/** What one instructor may see (W2): the whole, without what was said about other instructors. */
export const forInstructor = (result: Result, person: PersonId, settings: Thresholds): Result => {
  const concerns = (key: string): boolean => [undefined, person].includes(instructorOf(key));
  const only = <Value>(by: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(by).filter(([key]) => concerns(key)));
  const { completion, items } = result.whole;
  return {
    ...result,
    whole: {
      completion: completion === hidden ? hidden : discloseCompletion(completion, settings),
      items: only(items),
    },
    comments: only(result.comments),
  };
};
