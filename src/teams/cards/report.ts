import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../cards/report.json' with { type: 'json' };
import type { Settings } from '../../domain/kernel/settings.ts';
import type { Language, Text } from '../../domain/kernel/text.ts';
import type { Dimension } from '../../domain/questionnaires/questionnaire.ts';
import { dateText } from '../../wording/dates.ts';
import { definitions, issueDefinition, thresholdDefinition } from '../../wording/definitions.ts';
import { columnNames, type ItemFigures, itemAbout, itemFigures } from '../../wording/figures.ts';
import {
  compared,
  improvementCounts,
  improvementsTitle,
  moreIssues,
  noResultsYet,
  reportEyebrow,
  reportTitle,
  scopeAll,
  scopePeople,
  worstName,
  worstTitle,
} from '../../wording/report.ts';
import { chartTitle } from '../../wording/result.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { dimensionChart } from './dimension-chart.ts';
import { expandCard } from './expand.ts';
import { completionHeadline, satisfactionHeadline } from './headlines.ts';
import { dimensionRow, figureRows, movesText } from './report-rows.ts';
import { headlineRows, inLanguage, type ShareFigure, type Shown, tableOf } from './shown-figures.ts';

export type Trend = 'better' | 'worse' | 'no-clear-change' | 'unknown';

/** People of a period, each counted once; `none` when nobody was due. */
export type PeriodCompletion = Shown<{
  readonly due: number;
  readonly answered: number;
  readonly excused: number;
}>;

export interface ReportView {
  /** `quarterName`, `yearName`: this period and the one before. */
  readonly period: Text;
  readonly before: Text;
  /** A manager's report is about their own people. */
  readonly scope: 'all' | { readonly people: number };
  /** Local date of today. */
  readonly today: string;
  /** No round of the period is closed. */
  readonly empty: boolean;
  /** Each figure for the period and the one before. */
  readonly trainings: { readonly now: number; readonly before: number };
  readonly completion: { readonly now: PeriodCompletion; readonly before: PeriodCompletion };
  readonly satisfaction: {
    readonly now: Shown<ShareFigure>;
    readonly before: Shown<ShareFigure>;
    readonly trend: Trend;
  };
  readonly dimensions: readonly {
    readonly dimension: Dimension;
    readonly now: Shown<number>;
    readonly before: Shown<number>;
    readonly trend: Trend;
  }[];
  /** Worst first, of all trainings; what does not fit is counted. */
  readonly issues: readonly {
    readonly training: string;
    readonly name: Text;
    readonly instructor?: string;
    readonly figures: ItemFigures;
  }[];
  readonly moreIssues: number;
  readonly improvements: { readonly open: number; readonly done: number; readonly overdue: number };
  /** `reportWarnings`. */
  readonly warnings: readonly Text[];
  readonly settings: Pick<Settings, 'minimumGroup' | 'issueRule'>;
}

const card = new Template(template);

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
    issuesTitle: worstTitle(view.issues.length)[language],
    issues: view.issues.map((issue) => ({
      name: worstName(issue.training, itemAbout(issue.name, issue.instructor))[language],
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
