import { disclose } from '../../domain/analysis/disclosure.ts';
import type { Round } from '../../domain/followups/round.ts';
import type { Improvement } from '../../domain/improvements/improvement.ts';
import type { Issue } from '../../domain/issues/issue.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import { resultSummary } from '../../wording/result-words.ts';
import type { Desk } from '../bot/desk.ts';
import { resultCard } from '../cards/result/result-card.ts';
import type { ResultIssueView } from '../cards/result/result-issue.ts';
import { aboutWhom, itemName } from '../results/item-name.ts';
import { shownFigures } from '../results/shown-figures.ts';
import type { Presenter } from './presenter.ts';

/** A7: what a closed round came to, with its issues and, once assigned, who answers for them; in the organisation's language. */
export const presentResult: Presenter<'result'> = async (delivery, desk) => {
  const id = delivery.subject.round;
  const [round, result] = await Promise.all([desk.stores.rounds.byId(id), desk.stores.results.ofRound(id)]);
  const training = round === undefined ? undefined : await desk.stores.trainings.byCode(round.training);
  if (round === undefined || result === undefined || training === undefined) return 'obsolete';
  const disclosed = disclose(result, desk.settings);
  const { language } = desk.settings.organisation;
  const card = resultCard(
    {
      training: training.title,
      questionnaire: desk.questionnaires.of(result.questionnaire).title,
      dueDate: result.dueDate,
      completion: disclosed.whole.completion,
      ...shownFigures(disclosed, desk.questionnaires),
      issues: await issueViews(desk, round),
      settings: desk.settings,
    },
    language,
  );
  return { card, summary: resultSummary(training.title)[language] };
};

const issueViews = async (desk: Desk, round: Round): Promise<ResultIssueView[]> => {
  const { issues, improvements, people } = desk.stores;
  const [raised, assigned] = await Promise.all([issues.ofRound(round.id), improvements.ofRounds([round.id])]);
  const owners = new Map(
    (await people.byIds(assigned.map(({ owner }) => owner))).map((person) => [person.id, person.name]),
  );
  const today = localDate(desk.clock.now(), desk.settings.organisation.timeZone);
  return raised.map((issue) => {
    const improvement = assigned.find((one) => one.issue === issue.id);
    const view = issueView(issue, round, desk);
    if (improvement === undefined) return view;
    return { ...view, assigned: assignedView(improvement, owners.get(improvement.owner) ?? '', today) };
  });
};

const issueView = (issue: Issue, round: Round, desk: Desk): ResultIssueView => ({
  name: itemName(desk.questionnaires, issue.questionnaire, issue.key),
  ...aboutWhom(round, issue.key),
  figures: issue,
  data: { issue: issue.id },
});

const assignedView = (improvement: Improvement, owner: string, today: string) => ({
  owner,
  state: improvement.state,
  dueDate: improvement.dueDate,
  overdue: improvement.state !== 'done' && improvement.dueDate < today,
});
