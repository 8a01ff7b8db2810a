import { type LastMoment, lastMomentFor } from '../../domain/followups/last-moment.ts';
import { whose } from '../../domain/followups/visit.ts';
import type { VisitId } from '../../domain/kernel/ids.ts';
import type { Settings } from '../../domain/kernel/settings.ts';
import type { OpenVisit } from '../../domain/responses/visit-page.ts';
import type { ViewParts } from '../view-parts.ts';
import { type WhatChanged, whatChanged } from './what-changed.ts';

export interface QuestionnaireDoneView {
  readonly visit: VisitId;
  readonly training: string;
  /** Until when answers can be changed, where they are. */
  readonly until: LastMoment;
  readonly minimumGroup: Settings['minimumGroup'];
  /** What became of what they and the others had said before. */
  readonly changed?: WhatChanged;
  /** Another questionnaire of the same person that waits. */
  readonly next?: { readonly visit: VisitId; readonly training: string };
}

type DoneParts = Pick<
  ViewParts,
  'clock' | 'issues' | 'questionnaires' | 'rounds' | 'settings' | 'trainings' | 'visits'
>;

/** What is said at the end; another questionnaire that waits is offered there instead of piling up (DESIGN §3.8). */
export const questionnaireDoneView = async (
  from: DoneParts,
  open: OpenVisit,
  timeZone: string,
): Promise<QuestionnaireDoneView> => {
  const [next, changed] = await Promise.all([nextWaiting(from, open), whatChanged(from, open)]);
  return {
    visit: open.visit.id,
    training: open.training.title,
    until: lastMomentFor(open.round.dueAt, timeZone, from.clock.now()),
    minimumGroup: from.settings.minimumGroup,
    ...(changed === undefined ? {} : { changed }),
    ...(next === undefined ? {} : { next }),
  };
};

const nextWaiting = async (
  from: DoneParts,
  done: OpenVisit,
): Promise<QuestionnaireDoneView['next'] | undefined> => {
  const waiting = (await from.visits.unfinishedOf(whose(done.visit))).filter(
    ({ id, dueAt }) => id !== done.visit.id && dueAt > from.clock.now(),
  );
  const rounds = await from.rounds.byIds(waiting.map(({ round }) => round));
  const open = new Set(rounds.filter(({ state }) => state === 'open').map(({ id }) => id));
  const first = waiting
    .filter(({ round }) => open.has(round))
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
  if (first === undefined) return undefined;
  const training = await from.trainings.byCode(first.training);
  return training === undefined ? undefined : { visit: first.id, training: training.title };
};
