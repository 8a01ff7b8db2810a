import type { Roughly } from '../../domain/analysis/roughly.ts';
import { downwards, halfUp, upwards } from '../../domain/kernel/half-up.ts';
import { same, type Text } from '../../domain/kernel/text.ts';
import {
  completionFigure,
  completionNote,
  intervalNote,
  nobodyAnswered,
  nobodyDue,
  noFigure,
  notShownShort,
  peopleAnswered,
  roughCompletion,
  shareValue,
  tooFew,
  underWay,
} from '../../wording/figure-words.ts';
import { formatChange } from '../../wording/format.ts';
import { bounded, headlines } from '../../wording/result-words.ts';
import type { MeasuredFigure, ShareFigure, Shown } from './figure-view.ts';

/** A number in large type with its name above and a note below. */
export interface Headline {
  readonly label: Text;
  readonly value: Text;
  readonly note: Text;
}

const withheld = (
  label: Text,
  figure: 'hidden' | 'none',
  minimum: number,
  nobody = nobodyAnswered,
): Headline =>
  figure === 'hidden'
    ? { label, value: notShownShort, note: tooFew(minimum) }
    : { label, value: noFigure, note: nobody };

/** S3, in people. */
export const completionHeadline = (
  figure: Shown<
    | {
        readonly due: number;
        readonly answered: number;
        readonly excused: number;
        readonly partly?: number;
      }
    | { readonly roughly: Roughly }
  >,
  minimum: number,
): Headline => {
  if (typeof figure === 'string') return withheld(headlines.completion, figure, minimum, nobodyDue);
  if ('roughly' in figure)
    return { label: headlines.completion, value: underWay, note: roughCompletion[figure.roughly] };
  const { answered, due, excused, partly } = figure;
  return {
    label: headlines.completion,
    value: same(completionFigure(answered, due)),
    note: completionNote(answered, due, excused, partly ?? 0),
  };
};

export const satisfactionHeadline = (figure: Shown<ShareFigure>, minimum: number): Headline => {
  if (typeof figure === 'string') return withheld(headlines.satisfaction, figure, minimum);
  const { share, low, high, n, answers, atMost } = figure;
  const counted = peopleAnswered(n, answers);
  return {
    label: headlines.satisfaction,
    value: shareValue(share, n, atMost),
    note: low === undefined || high === undefined ? counted : intervalNote(low, high, counted),
  };
};

/** −100 to 100. */
export const npsHeadline = (figure: Shown<MeasuredFigure>, minimum: number): Headline =>
  typeof figure === 'string'
    ? withheld(headlines.nps, figure, minimum)
    : measured(headlines.nps, figure, (value) => formatChange(value, 0));

/** 0–100. */
export const scrapHeadline = (figure: Shown<MeasuredFigure>, minimum: number): Headline =>
  typeof figure === 'string'
    ? withheld(headlines.scrap, figure, minimum)
    : measured(headlines.scrap, figure, (value) => `${value}%`);

const measured = (
  label: Text,
  { value, n, bound }: MeasuredFigure,
  write: (value: number) => string,
): Headline => {
  const rounded = bound === 'most' ? upwards(value) : bound === 'least' ? downwards(value) : halfUp(value);
  const text = write(rounded);
  return { label, value: bound === undefined ? same(text) : bounded[bound](text), note: peopleAnswered(n) };
};
