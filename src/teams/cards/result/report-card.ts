import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/report.json' with { type: 'json' };
import type { Language } from '../../../domain/kernel/text.ts';
import { poolLines } from '../../../views/reports/pool-text.ts';
import { reportFootnotes } from '../../../views/reports/report-footnotes.ts';
import {
  figureTable,
  movesText,
  reportBars,
  reportHeadlines,
  scopeText,
  trainingLines,
  trendTable,
  worstHeading,
} from '../../../views/reports/report-text.ts';
import type { ReportView } from '../../../views/reports/report-view.ts';
import {
  commentedRound,
  readComments,
  reportComments,
  whichComments,
} from '../../../wording/comment-words.ts';
import { dateText } from '../../../wording/dates.ts';
import { itemAbout, itemFigures } from '../../../wording/figure-words.ts';
import {
  improvementCounts,
  improvementsTitle,
  listTitle,
  moreIssues,
  morePools,
  moreTrainings,
  poolsTitle,
  reportEyebrow,
  reportTitle,
  worstName,
} from '../../../wording/report-words.ts';
import { chartTitle } from '../../../wording/result-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { expandCard } from '../expand-card.ts';
import { headlineRows, inLanguage, tableOf } from '../lay-figures.ts';
import { dimensionChart } from './dimension-chart.ts';

const card = new Template(template);
/** More would be a wall; `/status` tells of each. */
const mostTrainings = 8;
/** As many as somebody looks through in a list. */
const mostCommented = 40;

/** The answer to `/report`: a period against the one before (A2, A4, A7). */
export const reportCard = (view: ReportView, language: Language): AdaptiveCard => {
  const { open, done, overdue } = view.improvements;
  const trainings = view.list.length;
  return expandCard(card, {
    eyebrow: reportEyebrow(dateText(view.today))[language],
    title: reportTitle(view.period)[language],
    scope: scopeText(view)[language],
    warnings: inLanguage(view.warnings, language),
    headlines: headlineRows(reportHeadlines(view), language),
    figures: tableOf(figureTable(view), language),
    chart: dimensionChart(
      reportBars(view),
      view.settings.issueRule.meanBelow,
      chartTitle,
      trendTable(view),
      language,
    ),
    hidden: movesText(view)[language],
    rowsTitle: trainings === 0 ? '' : listTitle(trainings)[language],
    rows: trainingLines(view)
      .slice(0, mostTrainings)
      .map(({ training, lines }) => ({
        name: training,
        figures: lines.map((line) => line[language]).join('\n'),
      })),
    rowsNote: trainings > mostTrainings ? moreTrainings(trainings - mostTrainings)[language] : '',
    poolsTitle: view.pools.length === 0 ? '' : poolsTitle[language],
    pools: poolLines(view)
      .slice(0, mostTrainings)
      .map(({ training, lines }) => ({
        name: training,
        figures: lines.map((line) => line[language]).join('\n'),
      })),
    poolsNote:
      view.pools.length > mostTrainings ? morePools(view.pools.length - mostTrainings)[language] : '',
    issuesTitle: worstHeading(view)[language],
    issues: view.issues.map((issue) => ({
      name: worstName(issue.training, itemAbout(issue.item, issue.instructor))[language],
      figures: itemFigures(issue.figures)[language],
    })),
    issuesNote: view.moreIssues === 0 ? '' : moreIssues(view.moreIssues)[language],
    improvementsTitle: improvementsTitle[language],
    improvements: improvementCounts(open, done, overdue)[language],
    commentsTitle: view.commented.length === 0 ? '' : reportComments[language],
    commentsLabel: whichComments[language],
    commented: view.commented.slice(0, mostCommented).map((one) => ({
      title: commentedRound(one.training, one.questionnaire, one.count)[language],
      value: one.round,
    })),
    commentedFirst: view.commented[0]?.round ?? '',
    buttons: (view.commented.length === 0 ? [] : [button('comments-open', readComments, language, {})]).map(
      (one) => ({ ...one }),
    ),
    footnotes: inLanguage(reportFootnotes(view), language),
  });
};
