import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/report.json' with { type: 'json' };
import type { Language, Text } from '../../../domain/kernel/text.ts';
import type { ReportView } from '../../../views/reports/report-view.ts';
import { dateText } from '../../../wording/dates.ts';
import { definitions, issueDefinition, thresholdDefinition } from '../../../wording/definition-words.ts';
import { columnNames, itemAbout, itemFigures } from '../../../wording/figure-words.ts';
import {
  compared,
  improvementCounts,
  improvementsTitle,
  listTitle,
  moreIssues,
  moreTrainings,
  noResultsYet,
  reportEyebrow,
  reportTitle,
  scopeAll,
  scopePeople,
  worstName,
  worstTitle,
} from '../../../wording/report-words.ts';
import { chartTitle, issuesUnknown } from '../../../wording/result-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { expandCard } from '../expand-card.ts';
import { headlineRows, inLanguage, tableOf } from '../lay-figures.ts';
import { dimensionChart } from './dimension-chart.ts';
import { completionHeadline, satisfactionHeadline } from './headlines.ts';
import { dimensionRow, figureRows, mostTrainings, movesText, trainingRows } from './report-rows.ts';

const card = new Template(template);

const issuesHeading = (view: ReportView, tooFew: boolean): Text =>
  tooFew && view.issues.length === 0 ? issuesUnknown : worstTitle(view.issues.length);

/** The answer to `/report`: a period against the one before (A2, A4, A7). */
export const reportCard = (view: ReportView, language: Language): AdaptiveCard => {
  const { minimumGroup, issueRule } = view.settings;
  const scope = view.scope === 'all' ? scopeAll : scopePeople(view.scope.people);
  const bars = view.dimensions.flatMap(({ dimension, now }) =>
    typeof now === 'number' ? [{ dimension, score: now }] : [],
  );
  const rows = view.dimensions.filter(({ now, before }) => now !== 'none' || before !== 'none');
  return expandCard(card, {
    eyebrow: reportEyebrow(dateText(view.today))[language],
    title: reportTitle(view.period)[language],
    scope: `${scope[language]}${language === 'zh' ? '，' : ', '}${compared(view.before)[language]}`,
    warnings: inLanguage(view.warnings, language),
    headlines: view.empty
      ? []
      : headlineRows(
          [
            completionHeadline(view.completion.now, minimumGroup.scores),
            satisfactionHeadline(view.satisfaction.now, minimumGroup.scores),
          ],
          language,
        ),
    figures: tableOf(
      [columnNames.measure, columnNames.now, columnNames.before, columnNames.change],
      view.empty ? [] : figureRows(view),
      language,
    ),
    chart: dimensionChart(
      view.empty ? [] : bars,
      issueRule.meanBelow,
      chartTitle,
      {
        header: [columnNames.dimension, columnNames.now, columnNames.before, columnNames.change],
        rows: rows.map(dimensionRow),
      },
      language,
    ),
    hidden: (view.empty ? noResultsYet : movesText(view))[language],
    rowsTitle: view.list.length === 0 ? '' : listTitle(view.list.length)[language],
    rows: trainingRows(view, language),
    rowsNote:
      view.list.length > mostTrainings ? moreTrainings(view.list.length - mostTrainings)[language] : '',
    issuesTitle: view.empty ? '' : issuesHeading(view, bars.length === 0)[language],
    issues: view.issues.map((issue) => ({
      name: worstName(issue.training, itemAbout(issue.item, issue.instructor))[language],
      figures: itemFigures(issue.figures)[language],
    })),
    issuesNote: view.moreIssues === 0 ? '' : moreIssues(view.moreIssues)[language],
    improvementsTitle: improvementsTitle[language],
    improvements: improvementCounts(
      view.improvements.open,
      view.improvements.done,
      view.improvements.overdue,
    )[language],
    footnotes: inLanguage(
      [
        definitions.completion,
        definitions.satisfaction,
        definitions.dimension,
        definitions.trend,
        definitions.period,
        issueDefinition(issueRule),
        thresholdDefinition(minimumGroup),
      ],
      language,
    ),
  });
};
