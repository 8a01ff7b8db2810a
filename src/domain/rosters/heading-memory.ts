import { createHash } from 'node:crypto';
import { plainHeading } from './heading-meaning.ts';
import type { RosterColumn } from './roster-columns.ts';

/** What somebody says a heading means: one of our columns, or none of them. */
export type SaidMeaning = RosterColumn | 'nothing';
export type SaidMeanings = ReadonlyMap<string, SaidMeaning>;

/** What was said with `--map` of files of a shape: the next one of it needs no saying. */
export interface HeadingMemoryStore {
  /** Of the first of these shapes about which something was said. */
  recall(shapes: readonly string[]): Promise<SaidMeanings | undefined>;
  /** Replaces what was said before. */
  remember(shape: string, meanings: SaidMeanings, at: Date): Promise<void>;
}

/** Files have one shape whose headings are the same, in whatever order and however often they are spaced. */
export const shapeOf = (headings: readonly string[]): string => {
  const plain = headings.map(plainHeading).filter((heading) => heading !== '');
  return createHash('sha256').update(plain.toSorted().join('\n')).digest('hex');
};

/** What is said now goes before what was said: of a heading, and of a column that another heading means from now on. */
export const saidTogether = (before: SaidMeanings, now: SaidMeanings): SaidMeanings => {
  const headings = new Set([...now.keys()].map(plainHeading));
  const columns = new Set([...now.values()].filter((meaning) => meaning !== 'nothing'));
  const kept = [...before].filter(
    ([heading, meaning]) => !headings.has(plainHeading(heading)) && !columns.has(meaning as RosterColumn),
  );
  return new Map([...kept, ...now]);
};
