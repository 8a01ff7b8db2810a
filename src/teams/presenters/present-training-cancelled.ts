import { languageFor } from '../../views/people/language-for.ts';
import { trainingCancelledView } from '../../views/trainings/training-cancelled-view.ts';
import { trainingCancelledTitle } from '../../wording/training-cancelled-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import { trainingCancelledCard } from '../cards/staff/training-cancelled-card.ts';
import type { Presenter } from './presenter.ts';

/** To whoever was shown results of a training: it is cancelled; in the organisation's language to the department. */
export const presentTrainingCancelled: Presenter<'training-cancelled'> = async (
  { subject, recipient },
  desk,
) => {
  const on = onDesk(desk);
  const view = await trainingCancelledView(on, subject.training, recipient);
  if (view === undefined) return 'obsolete';
  const language =
    'person' in recipient ? await languageFor(on, recipient.person) : desk.settings.organisation.language;
  return {
    card: trainingCancelledCard(view, language),
    summary: trainingCancelledTitle(view.training)[language],
  };
};
