import type { Text } from '../../../domain/kernel/text.ts';
import type { OtherWaiting } from '../../../views/responses/others-waiting.ts';
import { untilText } from '../../../wording/dates.ts';
import { alsoWaiting } from '../../../wording/questionnaire-words.ts';
import { labelled } from '../../../wording/round-words.ts';

/** What else waits for somebody, in one line; none where nothing does. */
export const othersLines = (others: readonly OtherWaiting[] = []): readonly Text[] =>
  others.length === 0
    ? []
    : [
        alsoWaiting(
          others.map(({ training, label, until }) => ({
            training: labelled({ zh: training, en: training }, label),
            until: untilText(until),
          })),
        ),
      ];
