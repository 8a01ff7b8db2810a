import type { Language, Text } from '../../domain/kernel/text.ts';
import type { Headline } from '../../views/analysis/headlines.ts';
import type { FigureTable } from '../../views/figure-table.ts';
import type { Json } from './adaptive-card.ts';

/** Headlines two in a row, so that a phone shows them whole. */
export const headlineRows = (headlines: readonly Headline[], language: Language): Json => {
  const cells = headlines.map(({ label, value, note }) => ({
    label: label[language],
    value: value[language],
    note: note[language],
  }));
  const starts = cells.flatMap((_, at) => (at % 2 === 0 ? [at] : []));
  return starts.map((at) => ({ cells: cells.slice(at, at + 2) }));
};

/** Rows and header as the table templates take them. */
export const tableOf = ({ header, rows }: FigureTable, language: Language): { header: Json; rows: Json } => {
  const cells = (row: readonly Text[]) => row.map((text) => ({ text: text[language] }));
  return { header: cells(header), rows: rows.map((row) => ({ cells: cells(row) })) };
};

export const inLanguage = (texts: readonly Text[], language: Language): { text: string }[] =>
  texts.map((text) => ({ text: text[language] }));
