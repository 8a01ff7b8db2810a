import type { Text } from '../domain/kernel/text.ts';
import type { Aside, LinesToldApart } from '../domain/rosters/tell-lines-apart.ts';

/** Longer texts are told by their beginning. */
const longestText = 24;
/** So many lines are named; the rest is counted. */
const mostNamed = 6;

/** Which lines were not taken for participants, and which for participants of the training above: nothing is left out in silence. */
export const linesToldApart = ({
  asides,
  continued,
}: Pick<LinesToldApart, 'asides' | 'continued'>): readonly Text[] => [
  ...[...Map.groupBy(asides, ({ kind }) => kind)].map(([kind, some]) => wordings[kind](named(some))),
  ...(continued.length === 0 ? [] : [continuedText(continued)]),
];

const wordings: Readonly<Record<Aside['kind'], (lines: Text) => Text>> = {
  above: ({ zh, en }) => ({
    zh: `列名上方的内容没有读取：${zh}。`,
    en: `Not read, as it stands above the headings: ${en}.`,
  }),
  headings: ({ zh, en }) => ({
    zh: `重复的列名没有读取：${zh}。`,
    en: `Not read, as the headings are repeated there: ${en}.`,
  }),
  total: ({ zh, en }) => ({
    zh: `合计行没有读取：${zh}。`,
    en: `Not read, as it is a total: ${en}.`,
  }),
  note: ({ zh, en }) => ({
    zh: `备注或空行没有读取：${zh}。如果其中有学员，请补全这一行后再导入一次。`,
    en: `Not read, as it is a note or empty: ${en}. If a participant is among them, complete that line and import again.`,
  }),
};

const named = (asides: readonly Aside[]): Text => {
  const some = asides.slice(0, mostNamed);
  const left = asides.length - some.length;
  return {
    zh:
      some.map(({ line, text }) => `第 ${line} 行“${shortened(text)}”`).join('、') +
      (left === 0 ? '' : `，另有 ${left} 行`),
    en:
      some.map(({ line, text }) => `line ${line} “${shortened(text)}”`).join(', ') +
      (left === 0 ? '' : ` and ${left} more`),
  };
};

const shortened = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText).toWellFormed()}…` : text;

const continuedText = (lines: readonly number[]): Text => {
  const [first, last] = [lines[0] ?? 0, lines.at(-1) ?? 0];
  const count = lines.length;
  return {
    zh:
      count === 1
        ? `第 ${first} 行没有写培训，按合并单元格处理，用上一行的培训。`
        : `有 ${count} 行没有写培训（第 ${first} 行到第 ${last} 行之间），按合并单元格处理，用各自上一行的培训。`,
    en:
      count === 1
        ? `Line ${first} names no training: it was taken from the line above, as in merged cells.`
        : `${count} lines name no training (between lines ${first} and ${last}): it was taken from the line above each, as in merged cells.`,
  };
};
