import type { Settings } from '../kernel/settings.ts';
import { itemsById, type Questionnaire } from '../questionnaires/questionnaire.ts';
import { itemIdOf } from './answer-key.ts';
import { conditionKey } from './condition-key.ts';
import { disclose, type Shown } from './disclosure.ts';
import type { LateCount } from './late-answers.ts';
import { insidersAmong, isLow } from './low-end.ts';
import type { Comment, Result } from './result.ts';
import type { Sums } from './sums.ts';
import { hidden, isStopped } from './told.ts';

/**
 * A frozen result with what came late, figure by figure: one takes it in only if so many people gave late answers to it, and
 * answers of which everything may be told, that nobody's can be had by subtraction (P3); else it stays. The parts stay as
 * they were frozen first.
 */
export const reviseResult = (
  before: { readonly frozen: Result; readonly texts: readonly Comment[] },
  sums: Sums,
  late: LateCount,
  questionnaire: Questionnaire,
  settings: Pick<Settings, 'minimumGroup'>,
): Shown => {
  const fresh = disclose(sums, questionnaire, settings);
  const { scores, comments: enough } = settings.minimumGroup;
  const { frozen, texts } = before;
  const items = itemsById(questionnaire);
  // What only some are asked says how they had answered before: it is taken in together with that.
  const isAskedAlike = (key: string): boolean => {
    const before = conditionKey(items, key);
    return before === undefined || isChanged(before);
  };
  const isChanged = (key: string): boolean => {
    if (!isAskedAlike(key)) return false;
    const [item, tally] = [items.get(itemIdOf(key)), late.items.get(key)];
    if (item === undefined || tally === undefined) return false;
    const told = frozen.whole.items[key] ?? hidden;
    // Beside the sum of both, a stop would say more than it did.
    if (told !== hidden && isStopped(told)) return false;
    return tally.n >= scores && !isLow(item, tally, insidersAmong(sums.whole.items.get(key)?.n ?? 0));
  };
  const reached = new Set(
    Object.keys(fresh.comments).filter((key) => (late.reached.get(key) ?? 0) >= enough && isAskedAlike(key)),
  );
  return {
    whole: {
      completion: late.answered >= scores ? fresh.whole.completion : frozen.whole.completion,
      items: take(frozen.whole.items, fresh.whole.items, isChanged),
    },
    parts: [],
    comments: take(frozen.comments, fresh.comments, (key) => reached.has(key)),
    texts: [
      ...texts.filter(({ key }) => !reached.has(key)),
      ...fresh.texts.filter(({ key }) => reached.has(key)),
    ],
  };
};

const take = <Value>(
  before: Readonly<Record<string, Value>>,
  fresh: Readonly<Record<string, Value>>,
  isChanged: (key: string) => boolean,
): Record<string, Value> =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(fresh)])].sort().flatMap((key) => {
      const value = isChanged(key) ? fresh[key] : before[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
