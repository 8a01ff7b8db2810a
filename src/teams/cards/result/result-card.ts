import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/result.json' with { type: 'json' };
import type { Language, Text } from '../../../domain/kernel/text.ts';
import { same } from '../../../domain/kernel/text.ts';
import type { ResultView } from '../../../views/analysis/result-view.ts';
import { dayText } from '../../../wording/dates.ts';
import { definitions, issueDefinition, thresholdDefinition } from '../../../wording/definition-words.ts';
import { dimensionNames } from '../../../wording/dimension-words.ts';
import { columnNames } from '../../../wording/figure-words.ts';
import { formatScore } from '../../../wording/format.ts';
import {
  chartTitle,
  issuesTitle,
  issuesUnknown,
  noIssues,
  resultEyebrow,
  withheldNote,
} from '../../../wording/result-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { expandCard } from '../expand-card.ts';
import { headlineRows, inLanguage } from '../lay-figures.ts';
import { dimensionChart } from './dimension-chart.ts';
import { completionHeadline, npsHeadline, satisfactionHeadline, scrapHeadline } from './headlines.ts';
import { resultIssue } from './result-issue.ts';

const card = new Template(template);

const issuesHeading = (view: ResultView, tooFew: boolean): Text => {
  if (view.issues.length > 0) return issuesTitle(view.issues.length);
  return tooFew ? issuesUnknown : noIssues;
};

/** What a closed round came to, for the training department's channel (A2, A4, A5). */
export const resultCard = (view: ResultView, language: Language): AdaptiveCard => {
  const { minimumGroup, issueRule } = view.settings;
  const scored = view.dimensions.flatMap(({ dimension, score }) =>
    typeof score === 'string' ? [] : [{ dimension, score: score.mean, n: score.n }],
  );
  const withheld = view.dimensions.some(({ score }) => score === 'hidden');
  return expandCard(card, {
    eyebrow: resultEyebrow(view.questionnaire, dayText(view.dueDate))[language],
    title: view.training,
    headlines: headlineRows(
      [
        completionHeadline(view.completion, minimumGroup.scores),
        satisfactionHeadline(view.satisfaction, minimumGroup.scores),
        ...(view.nps === undefined ? [] : [npsHeadline(view.nps, minimumGroup.scores)]),
        ...(view.scrap === undefined ? [] : [scrapHeadline(view.scrap, minimumGroup.scores)]),
      ],
      language,
    ),
    chart: dimensionChart(
      scored,
      issueRule.meanBelow,
      chartTitle,
      {
        header: [columnNames.dimension, columnNames.score, columnNames.n],
        rows: scored.map(({ dimension, score, n }) => [
          dimensionNames[dimension],
          same(formatScore(score)),
          same(`${n}`),
        ]),
      },
      language,
    ),
    hidden: withheld ? withheldNote(minimumGroup.scores)[language] : '',
    issuesTitle: issuesHeading(view, withheld || scored.length === 0)[language],
    issues: view.issues.map((issue) => resultIssue(issue, language)),
    footnotes: inLanguage(
      [
        definitions.completion,
        definitions.satisfaction,
        definitions.dimension,
        ...(view.nps === undefined ? [] : [definitions.nps]),
        ...(view.scrap === undefined ? [] : [definitions.scrap]),
        issueDefinition(issueRule),
        thresholdDefinition(minimumGroup),
      ],
      language,
    ),
  });
};
