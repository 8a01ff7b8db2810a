import type { Delivery } from '../../domain/deliveries/delivery.ts';
import type { Improvement } from '../../domain/improvements/improvement.ts';
import {
  type AssignmentExtras,
  assignmentView,
  dueNotice,
} from '../../views/improvements/assignment-view.ts';
import { languageFor } from '../../views/people/language-for.ts';
import { assignmentSummary } from '../../wording/improvement-words.ts';
import type { Desk } from '../bot/desk.ts';
import { type OnDesk, onDesk } from '../bot/on-desk.ts';
import type { Saying } from '../bot/saying.ts';
import { assignmentCard } from '../cards/improvement/assignment-card.ts';
import type { Presenter } from './presenter.ts';

/** I1: to the owner of an improvement, what it is about and until when. */
export const presentAssignment: Presenter<'assignment'> = (delivery, desk) => say(delivery, desk, () => ({}));

/** I2: a word on the due day, unless it is done by then. */
export const presentImprovementReminder: Presenter<'improvement-reminder'> = (delivery, desk) =>
  say(delivery, desk, (improvement, on) =>
    improvement.state === 'done' ? 'obsolete' : { notice: dueNotice(improvement, on) },
  );

const say = async (
  { subject, recipient }: Delivery<'assignment' | 'improvement-reminder'>,
  desk: Desk,
  extrasOf: (improvement: Improvement, on: OnDesk) => AssignmentExtras | 'obsolete',
): Promise<Saying | 'obsolete'> => {
  const on = onDesk(desk);
  const improvement = await on.improvements.byId(subject.improvement);
  // Somebody else may answer for it by now.
  if (!('person' in recipient) || improvement?.owner !== recipient.person) return 'obsolete';
  const extras = extrasOf(improvement, on);
  if (extras === 'obsolete') return 'obsolete';
  const view = await assignmentView(on, improvement, extras);
  if (view === undefined) return 'obsolete';
  const language = await languageFor(on, improvement.owner);
  return { card: assignmentCard(view, language), summary: assignmentSummary(view.training)[language] };
};
