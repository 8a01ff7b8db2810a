import type { RosterRow } from './roster-row.ts';

/** The same words in other capitals, letters of another width or other spaces are no contradiction. */
export const sameWords = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '');

const spelled = [
  { column: 'course', about: ({ code }: RosterRow) => code },
  { column: 'title', about: ({ code }: RosterRow) => code },
  { column: 'name', about: ({ email }: RosterRow) => email },
] as const;

/** Gives rows that say the same words one spelling of them: the one most lines have, of several the first. */
export const inOneSpelling = (rows: readonly RosterRow[]): readonly RosterRow[] =>
  spelled.reduce<readonly RosterRow[]>((some, { column, about }) => {
    const chosen = new Map(
      [...Map.groupBy(some, about)].map(([key, own]) => {
        const camps = [...Map.groupBy(own, (row) => row[column])].sort(([, a], [, b]) => b.length - a.length);
        return [key, camps[0]?.[0] ?? ''];
      }),
    );
    return some.map((row) => ({ ...row, [column]: chosen.get(about(row)) ?? row[column] }));
  }, rows);
