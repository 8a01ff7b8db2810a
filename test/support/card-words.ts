import type { AdaptiveCard, Json } from '../../src/teams/cards/adaptive-card.ts';

/** One row of a table. */
export type Row = readonly string[];

export interface CardWords {
  /** Everything a person reads on it, one block each, cells of tables among them. */
  readonly texts: readonly string[];
  /** The tables, fallbacks of charts among them; the header is the first row. */
  readonly tables: readonly (readonly Row[])[];
  readonly bars: readonly { readonly x: string; readonly y: number; readonly color: string }[];
}

type Part = { readonly [key: string]: Json };
const isPart = (value: Json | undefined): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const inside = (value: Json | undefined): Json[] =>
  Array.isArray(value) ? value : isPart(value) ? Object.values(value) : [];
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

const textsOf = (value: Json | undefined): string[] => {
  if (!isPart(value)) return inside(value).flatMap(textsOf);
  if (value.type === 'RichTextBlock')
    return [
      list(value.inlines)
        .map((one) => `${isPart(one) ? one.text : one}`)
        .join(''),
    ];
  return [...(value.type === 'TextBlock' ? [`${value.text}`] : []), ...inside(value).flatMap(textsOf)];
};

const all = (value: Json | undefined, type: string): Part[] => [
  ...(isPart(value) && value.type === type ? [value] : []),
  ...inside(value).flatMap((one) => all(one, type)),
];

/** What is read on a card, to be held against itself. */
export const cardWords = (card: AdaptiveCard): CardWords => {
  const body = card as unknown as Json;
  return {
    texts: textsOf(body),
    tables: all(body, 'Table').map(({ rows }) =>
      list(rows).map((row) => (isPart(row) ? list(row.cells).map((cell) => textsOf(cell).join(' ')) : [])),
    ),
    bars: all(body, 'Chart.HorizontalBar').flatMap(({ data }) => data as unknown as CardWords['bars']),
  };
};
