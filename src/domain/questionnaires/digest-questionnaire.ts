import { createHash } from 'node:crypto';
import type { Text } from '../kernel/text.ts';
import { type Item, isOverall, type Questionnaire, type QuestionnairePage } from './questionnaire.ts';

/** A question and a questionnaire as they were read, before their meaning is digested. */
export type PlainItem = Item extends infer One ? (One extends Item ? Omit<One, 'digest'> : never) : never;
export interface PlainQuestionnaire extends Omit<Questionnaire, 'digest' | 'pages'> {
  readonly pages: readonly (Omit<QuestionnairePage, 'items'> & { readonly items: readonly PlainItem[] })[];
}

/** Puts to every question, and to the whole, the digest of what it means. */
export const digestQuestionnaire = (plain: PlainQuestionnaire): Questionnaire => {
  const digests = new Map<string, string>();
  const pages = plain.pages.map((page) => ({
    ...page,
    items: page.items.map((item): Item => {
      const digest = itemDigest(item, page.stem, digests.get(item.onlyIf?.item ?? ''));
      digests.set(item.id, digest);
      return { ...item, digest };
    }),
  }));
  return { ...plain, pages, digest: questionnaireDigest({ ...plain, pages }) };
};

/**
 * What a question means: its type, its words in both languages, what can be answered, whom it is asked of. Not its
 * short name, its place, or whether it may be passed over. A condition means what the question it looks at means.
 */
const itemDigest = (item: PlainItem, stem: Text | undefined, lookedAt: string | undefined): string =>
  digestOf({
    type: item.type,
    stem,
    wording: item.wording,
    perInstructor: item.perInstructor === true ? true : undefined,
    onlyIf: item.onlyIf === undefined ? undefined : { ...item.onlyIf, item: lookedAt },
    recalls: 'recalls' in item ? item.recalls : undefined,
    answers: answersOf(item),
  });

/** Everything a person can answer. */
const answersOf = (item: PlainItem): unknown => {
  switch (item.type) {
    case 'rating':
    case 'two-sided':
      return { labels: item.labels, none: item.none };
    case 'choice':
    case 'choices':
      return item.options;
    case 'number':
      return { meaning: item.meaning, min: item.min, max: item.max, step: item.step };
    case 'text':
      return {};
  }
};

/**
 * What a published version may never change: what people read, and what is done with their answers. Short names, and
 * the notes on clause and level, may still be mended, but not which question's satisfaction is the training's. Where that is
 * the one it is called after, as in what was published before this was digested, nothing more is said.
 */
const questionnaireDigest = ({
  id,
  version,
  for: scope,
  title,
  intro,
  pages,
}: Omit<Questionnaire, 'digest'>): string =>
  digestOf({
    ...{ id, version, scope, title, intro, overall: overallOf(pages) },
    pages: pages.map((page) => ({
      ...page,
      items: page.items.map(({ shortName: _name, asks: _asks, level: _level, ...item }) => item),
    })),
  });

const overallOf = (pages: Questionnaire['pages']): readonly string[] | undefined => {
  const ids = pages.flatMap(({ items }) => items.filter(isOverall).map(({ id }) => id));
  return ids.length === 1 && ids[0] === 'd5-overall' ? undefined : ids;
};

/** SHA-256, whatever the order in which fields were written; what has no value does not count. */
const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(
      JSON.stringify(value, (_, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
          : part,
      ),
    )
    .digest('hex');
