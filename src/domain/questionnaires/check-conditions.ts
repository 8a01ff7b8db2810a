import { notApplicable } from './answers.ts';
import type { PlainItem, PlainQuestionnaire } from './digest-questionnaire.ts';
import type { Condition } from './questionnaire.ts';
import type { BrokenRule, QuestionnaireProblemCode } from './questionnaire-problem.ts';

/**
 * A condition looks at a question of an earlier page, for a page cannot change under the finger; at one whose answer is
 * known there, and at an answer that can be given.
 */
export const checkConditions = ({ pages }: PlainQuestionnaire): BrokenRule[] => {
  const everything = pages.flatMap((page, index) => page.items.map((item) => ({ item, index })));
  return pages.flatMap((page, index) =>
    page.items.flatMap((item, at): BrokenRule[] => {
      const { onlyIf } = item;
      if (onlyIf === undefined) return [];
      const target = everything.find((one) => one.item.id === onlyIf.item);
      const code = target === undefined ? 'condition-unknown' : wrongTarget(item, index, target);
      const path = ['pages', index, 'items', at, 'onlyIf'];
      if (code !== undefined) return [{ code, path: [...path, 'item'], value: onlyIf.item }];
      const possible = target === undefined ? [] : possibleAnswers(target.item);
      const impossible = impossibleIn(onlyIf, possible);
      return impossible === undefined
        ? []
        : [
            {
              code: 'condition-impossible',
              path,
              value: `${impossible}`,
              details: { item: onlyIf.item, possible: possible.join(', ') },
            },
          ];
    }),
  );
};

const wrongTarget = (
  item: PlainItem,
  page: number,
  target: { readonly item: PlainItem; readonly index: number },
): QuestionnaireProblemCode | undefined => {
  if (target.index >= page) return 'condition-too-late';
  if (target.item.type === 'text') return 'condition-on-text';
  if (target.item.perInstructor === true && item.perInstructor !== true) return 'condition-about-instructor';
  // Who is asked would tell what was answered.
  if (target.item.type === 'choice' && target.item.private === true && !isPrivate(item))
    return 'condition-on-private';
  return undefined;
};

const isPrivate = (item: PlainItem): boolean =>
  (item.type === 'choice' || item.type === 'text') && item.private === true;

const possibleAnswers = (item: PlainItem): readonly (string | number)[] => {
  switch (item.type) {
    case 'rating':
    case 'two-sided':
      return [1, 2, 3, 4, 5, ...(item.none === undefined ? [] : [notApplicable])];
    case 'number':
      return Array.from(
        { length: Math.floor((item.max - item.min) / item.step) + 1 },
        (_, step) => item.min + step * item.step,
      );
    case 'choice':
    case 'choices':
      return item.options.map(({ id }) => id);
    case 'text':
      return [];
  }
};

const impossibleIn = (
  condition: Condition,
  possible: readonly (string | number)[],
): string | number | undefined => {
  if ('is' in condition) return condition.is.find((answer) => !possible.includes(answer));
  const limit = 'atMost' in condition ? condition.atMost : condition.atLeast;
  const meets = possible.filter((answer) =>
    typeof answer !== 'number' ? false : 'atMost' in condition ? answer <= limit : answer >= limit,
  );
  // Met by nobody, or by everybody who answers: then it is no condition.
  return meets.length === 0 || meets.length === possible.length ? limit : undefined;
};
