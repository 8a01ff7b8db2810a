import type { Text } from '../../domain/kernel/text.ts';
import { chosenLine, itemAbout, meanLine } from '../../wording/figure-words.ts';
import type { OtherAnswer } from './other-answers.ts';

/** `What helped: The course materials (12 of 20), Help from the instructor (9)`, a line each. */
export const otherAnswerLines = (answers: readonly OtherAnswer[]): Text[] =>
  answers.flatMap(({ item, instructor, n, chosen = [], atLeast, mean }) => {
    const name = itemAbout(item, instructor);
    if (mean !== undefined) return [meanLine(name, mean.value, mean.atMost === true, n)];
    return chosen.length === 0 ? [] : [chosenLine(name, chosen, n, atLeast === true)];
  });

/** Whether only a limit is told of it. */
export const isLimitedAnswer = ({ atLeast, mean }: OtherAnswer): boolean =>
  atLeast === true || mean?.atMost === true;
