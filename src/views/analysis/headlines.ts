import type { Text } from '../../domain/kernel/text.ts';
import {
  answersCounted,
  completionFigure,
  completionNote,
  intervalNote,
  nobodyAnswered,
  noFigure,
  notShown,
} from '../../wording/figure-words.ts';
import { formatChange, formatShare } from '../../wording/format.ts';
import { headlines } from '../../wording/result-words.ts';
import type { ShareFigure, Shown } from './figure-view.ts';

/** A number in large type with its name above and a note below. */
export interface Headline {
  readonly label: Text;
  readonly value: string;
  readonly note: Text;
}

const withheld = (label: Text, figure: 'hidden' | 'none', minimum: number): Headline => ({
  label,
  value: noFigure.zh,
  note: figure === 'hidden' ? notShown(minimum) : nobodyAnswered,
});

/** S3, in people. */
export const completionHeadline = (
  figure: Shown<{ readonly due: number; readonly answered: number; readonly excused: number }>,
  minimum: number,
): Headline =>
  typeof figure === 'string'
    ? withheld(headlines.completion, figure, minimum)
    : {
        label: headlines.completion,
        value: completionFigure(figure.answered, figure.due),
        note: completionNote(figure.answered, figure.due, figure.excused),
      };

export const satisfactionHeadline = (figure: Shown<ShareFigure>, minimum: number): Headline =>
  typeof figure === 'string'
    ? withheld(headlines.satisfaction, figure, minimum)
    : {
        label: headlines.satisfaction,
        value: formatShare(figure.share),
        note: intervalNote(figure.low, figure.high, figure.n),
      };

type Counted = Shown<{ readonly value: number; readonly n: number }>;

/** −100 to 100. */
export const npsHeadline = (figure: Counted, minimum: number): Headline =>
  typeof figure === 'string'
    ? withheld(headlines.nps, figure, minimum)
    : { label: headlines.nps, value: formatChange(figure.value, 0), note: answersCounted(figure.n) };

/** 0–100. */
export const scrapHeadline = (figure: Counted, minimum: number): Headline =>
  typeof figure === 'string'
    ? withheld(headlines.scrap, figure, minimum)
    : { label: headlines.scrap, value: formatShare(figure.value / 100), note: answersCounted(figure.n) };
