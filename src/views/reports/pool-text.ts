import { hiddenUnder, shareCell } from '../../wording/figure-words.ts';
import { poolSummary } from '../../wording/report-words.ts';
import type { TrainingLines } from './report-text.ts';
import type { ReportView } from './report-view.ts';

/** Small trainings told together, a line a course. */
export const poolLines = ({ pools, settings }: ReportView): TrainingLines[] =>
  pools.map(({ course, questionnaire, trainings, satisfaction }) => ({
    training: course,
    lines: [
      typeof satisfaction === 'string'
        ? poolSummary(questionnaire, trainings, hiddenUnder(settings.minimumGroup.scores), undefined)
        : poolSummary(
            questionnaire,
            trainings,
            shareCell(satisfaction.share, satisfaction.n, satisfaction.atMost),
            satisfaction.n,
          ),
    ],
  }));
