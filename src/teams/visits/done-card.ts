import type { Language } from '../../domain/kernel/text.ts';
import type { OpenVisit } from '../../domain/responses/visit-page.ts';
import type { Desk } from '../bot/desk.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { questionnaireDoneCard } from '../cards/questionnaire/questionnaire-done-card.ts';

/** The closing page; another questionnaire that waits is offered there instead of piling up (DESIGN §3.8). */
export const doneCard = async (open: OpenVisit, desk: Desk, language: Language): Promise<AdaptiveCard> => {
  const next = await nextWaiting(open, desk);
  return questionnaireDoneCard(
    {
      training: open.training.title,
      dueDate: open.round.dueDate,
      minimumGroup: desk.settings.minimumGroup,
      ...(next === undefined ? {} : { next }),
      data: { visit: open.visit.id },
    },
    language,
  );
};

const nextWaiting = async (open: OpenVisit, desk: Desk) => {
  const waiting = (await desk.stores.visits.unfinishedOf(open.visit.person)).filter(
    ({ id, dueAt }) => id !== open.visit.id && dueAt > desk.clock.now(),
  );
  const first = waiting.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
  if (first === undefined) return undefined;
  const training = await desk.stores.trainings.byCode(first.training);
  return training === undefined ? undefined : { training: training.title, data: { visit: first.id } };
};
