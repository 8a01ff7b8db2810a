import { instructorResultView } from '../../views/analysis/instructor-result-view.ts';
import { languageFor } from '../../views/people/language-for.ts';
import { resultSummary } from '../../wording/result-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import { instructorResultCard } from '../cards/result/instructor-result-card.ts';
import type { Presenter } from './presenter.ts';

/** W2, P3: to an instructor, about their own training only. */
export const presentInstructorResult: Presenter<'instructor-result'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const { person } = delivery.recipient;
  const on = onDesk(desk);
  const view = await instructorResultView(on, delivery.subject.round, person);
  if (view === undefined) return 'obsolete';
  const language = await languageFor(on, person);
  return { card: instructorResultCard(view, language), summary: resultSummary(view.training)[language] };
};
