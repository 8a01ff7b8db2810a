import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/result.json' with { type: 'json' };
import type { Language } from '../../../domain/kernel/text.ts';
import { otherAnswerLines } from '../../../views/analysis/other-answers-text.ts';
import {
  commentsHeading,
  commentsWithheld,
  dimensionTable,
  issuesHeading,
  resultFootnotes,
  resultHeadlines,
  resultNote,
  resultTopic,
  scoredDimensions,
  withheldText,
} from '../../../views/analysis/result-text.ts';
import type { ResultView } from '../../../views/analysis/result-view.ts';
import { allComments } from '../../../wording/comment-words.ts';
import { chartTitle } from '../../../wording/result-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { expandCard } from '../expand-card.ts';
import { headlineRows, inLanguage } from '../lay-figures.ts';
import { dimensionChart } from './dimension-chart.ts';
import { resultIssue } from './result-issue.ts';

const card = new Template(template);

/** What a closed round came to, for the training department's channel (A2, A4, A5). */
export const resultCard = (view: ResultView, language: Language): AdaptiveCard => {
  const scored = scoredDimensions(view);
  const { count, texts } = view.comments;
  const buttons =
    count > texts.length ? [button('comments-open', allComments, language, { round: view.round })] : [];
  return expandCard(card, {
    eyebrow: resultTopic(view)[language],
    title: view.training,
    note: resultNote(view)[language],
    headlines: headlineRows(resultHeadlines(view), language),
    chart: dimensionChart(
      scored,
      view.settings.issueRule.meanBelow,
      chartTitle,
      dimensionTable(scored),
      language,
    ),
    hidden: withheldText(view)[language],
    issuesTitle: issuesHeading(view)[language],
    issues: view.issues.map((issue) => resultIssue(issue, language)),
    others: inLanguage(otherAnswerLines(view.others), language),
    commentsTitle: commentsHeading(view)[language],
    comments: view.comments.texts.map((text) => ({ text })),
    commentsNote: commentsWithheld(view)[language],
    buttons: buttons.map((one) => ({ ...one })),
    footnotes: inLanguage(resultFootnotes(view), language),
  });
};
