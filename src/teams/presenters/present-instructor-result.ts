import { itemIdOf } from '../../domain/analysis/answer-key.ts';
import type { DisclosedResult } from '../../domain/analysis/disclosed-result.ts';
import { disclose, forInstructor } from '../../domain/analysis/disclosure.ts';
import { meanOf, satisfactionOf } from '../../domain/analysis/measures.ts';
import { weakness } from '../../domain/issues/recognise.ts';
import { itemsOf } from '../../domain/questionnaires/questionnaire.ts';
import { resultSummary } from '../../wording/result-words.ts';
import type { Desk } from '../bot/desk.ts';
import { type InstructorResultView, instructorResultCard } from '../cards/result/instructor-result-card.ts';
import { shownFigures } from '../results/shown-figures.ts';
import { languageFor } from '../visits/language-for.ts';
import type { Presenter } from './presenter.ts';

/** W2, P3: to an instructor, about their own training only; figures with n, comments without names, nothing below the threshold. */
export const presentInstructorResult: Presenter<'instructor-result'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const id = delivery.subject.round;
  const { person } = delivery.recipient;
  const [round, result] = await Promise.all([desk.stores.rounds.byId(id), desk.stores.results.ofRound(id)]);
  const instructor = round?.instructors.find((one) => one.person === person);
  const training = round === undefined ? undefined : await desk.stores.trainings.byCode(round.training);
  if (instructor === undefined || result === undefined || training === undefined) return 'obsolete';
  const own = forInstructor(disclose(result, desk.settings), person, desk.settings);
  const language = await languageFor(desk, person);
  const card = instructorResultCard(
    {
      training: training.title,
      questionnaire: desk.questionnaires.of(result.questionnaire).title,
      dueDate: result.dueDate,
      name: (await desk.stores.people.byId(person))?.name || instructor.name,
      completion: own.whole.completion,
      satisfaction: shownFigures(own, desk.questionnaires).satisfaction,
      items: shownItems(own, desk),
      comments: own.comments === 'hidden' ? 'hidden' : own.comments.map(({ text }) => text),
      settings: desk.settings,
    },
    language,
  );
  return { card, summary: resultSummary(training.title)[language] };
};

const shownItems = (result: DisclosedResult, desk: Desk): InstructorResultView['items'] =>
  itemsOf(desk.questionnaires.of(result.questionnaire))
    .filter((item) => item.type === 'rating')
    .flatMap((item) =>
      Object.entries(result.whole.items)
        .filter(([key]) => itemIdOf(key) === item.id)
        .flatMap(([, tally]) => {
          const mean = tally === 'hidden' ? undefined : meanOf(tally);
          const satisfaction = tally === 'hidden' ? undefined : satisfactionOf(tally);
          if (tally === 'hidden' || mean === undefined || satisfaction === undefined) return [];
          const weak = weakness(tally, desk.settings) !== undefined;
          return [{ name: item.shortName, figures: { mean, satisfaction, n: tally.n }, weak }];
        }),
    );
