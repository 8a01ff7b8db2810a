import type { By } from '../audit/by.ts';
import { roundId, type TrainingCode, visitKinds } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { followUpRules } from './follow-up-rules.ts';
import { roundWindow } from './windows.ts';

type Deps = Pick<Stores, 'trainings' | 'rounds'> &
  Pick<Means, 'clock' | 'settings' | 'calendar' | 'questionnaires'>;

/**
 * The follow-up plan of a training (W1): the rounds of every kind that applies to it and has something to ask. A
 * round imported after its due day is planned as missed, and shown as such (P2). Planning again moves only rounds
 * that have not begun.
 */
export const planRounds = async (
  deps: Deps,
  code: TrainingCode,
  by: By,
  rules = followUpRules,
): Promise<void> => {
  const training = await deps.trainings.byCode(code);
  if (training === undefined) return;
  for (const kind of visitKinds) {
    const { applies, occasions } = rules[kind];
    if (!applies(training) || !deps.questionnaires.has(kind, training)) continue;
    for (const [index, { day, label }] of occasions(training).entries()) {
      const window = roundWindow(day, kind, training.timeZone, deps.settings, deps.calendar);
      await deps.rounds.plan(
        {
          id: roundId(code, kind, index + 1),
          training: code,
          kind,
          occurrence: index + 1,
          ...(label === undefined ? {} : { label }),
          ...window,
          remindersDone: 0,
          state: window.dueAt <= deps.clock.now() ? 'missed' : 'planned',
          instructors: [],
          announced: false,
        },
        by,
      );
    }
  }
};
