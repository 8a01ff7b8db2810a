import { checkConditions } from './check-conditions.ts';
import type { PlainItem, PlainQuestionnaire } from './digest-questionnaire.ts';
import { isAskedOfAll } from './questionnaire.ts';
import type { BrokenRule } from './questionnaire-problem.ts';

/**
 * The rules a questionnaire keeps beyond its shape: ids are told apart, every clause lies in the question's dimension,
 * conditions look back, and the last page is there for everybody, so that handing in is a press on "Finish".
 */
export const checkQuestionnaire = (questionnaire: PlainQuestionnaire): BrokenRule[] => [
  ...repeatedIds(questionnaire),
  ...questionnaire.pages.flatMap((page, index) => [
    ...(page.lead !== undefined && page.stem !== undefined
      ? [{ code: 'lead-and-stem' as const, path: ['pages', index, 'lead'] }]
      : []),
    ...page.items.flatMap((item, at) => checkItem(item, ['pages', index, 'items', at])),
  ]),
  ...checkConditions(questionnaire),
  ...checkLastPage(questionnaire),
  ...repeatedMeasures(questionnaire),
];

type Path = BrokenRule['path'];
type NumberOf = Extract<PlainItem, { type: 'number' }>;

const checkItem = (item: PlainItem, path: Path): BrokenRule[] => [
  ...(item.asks.some((clause) => !clause.startsWith(item.dimension))
    ? [{ code: 'dimensions-mixed' as const, path: [...path, 'asks'], value: item.asks.join(', ') }]
    : []),
  ...((item.type === 'choice' || item.type === 'text') && item.recalls !== undefined && item.private !== true
    ? [{ code: 'recall-not-private' as const, path: [...path, 'recalls'] }]
    : []),
  ...(item.type === 'number' ? checkSteps(item, [...path, 'step']) : []),
  ...(item.type === 'choice' || item.type === 'choices'
    ? repeated(item.options.map(({ id }, at) => ({ id, path: [...path, 'options', at, 'id'] })))
    : []),
];

/** More numbers than this are no choice any more, least of all on a phone. */
const mostSteps = 20;

const checkSteps = ({ min, max, step }: NumberOf, path: Path): BrokenRule[] => {
  const value = `${step}`;
  if (min >= max || (max - min) % step !== 0) return [{ code: 'steps-uneven', path, value }];
  return (max - min) / step > mostSteps
    ? [{ code: 'too-many', path, value, details: { most: mostSteps } }]
    : [];
};

const repeatedIds = ({ pages }: PlainQuestionnaire): BrokenRule[] => [
  ...repeated(pages.map(({ id }, index) => ({ id, path: ['pages', index, 'id'] }))),
  ...repeated(
    pages.flatMap(({ items }, index) =>
      items.map(({ id }, at) => ({ id, path: ['pages', index, 'items', at, 'id'] })),
    ),
  ),
];

const repeated = (ids: readonly { readonly id: string; readonly path: Path }[]): BrokenRule[] =>
  ids
    .filter(({ id }, index) => ids.findIndex((other) => other.id === id) < index)
    .map(({ id, path }) => ({ code: 'id-twice', path, value: id }));

const checkLastPage = ({ pages }: PlainQuestionnaire): BrokenRule[] => {
  const always = (item: PlainItem): boolean =>
    isAskedOfAll(item) && item.modes === undefined && item.perInstructor !== true;
  return pages.at(-1)?.items.some(always) === true
    ? []
    : [{ code: 'last-page-may-vanish', path: ['pages', pages.length - 1] }];
};

/** Satisfaction, recommendation and the share applied are of one question each. */
const repeatedMeasures = ({ pages }: PlainQuestionnaire): BrokenRule[] => {
  const measures = pages.flatMap((page, index) =>
    page.items.flatMap((item, at) => {
      const measure = measureOf(item);
      return measure === undefined ? [] : [{ id: measure, path: ['pages', index, 'items', at] }];
    }),
  );
  return repeated(measures).map((rule) => ({ ...rule, code: 'measure-twice' }));
};

const measureOf = (item: PlainItem): string | undefined => {
  if (item.type === 'rating') return item.asks.includes('D5.overall') ? 'D5.overall' : undefined;
  return item.type === 'number' && item.meaning !== 'count' ? item.meaning : undefined;
};
