import { roundId, type TrainingCode } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { roundWindow } from './windows.ts';

type Deps = Pick<Stores, 'trainings' | 'rounds'> & Pick<Means, 'clock' | 'settings' | 'calendar'>;

/**
 * The follow-up plan of a short training: its first (T1) and second (T2) round (W1). A round imported after its
 * due day is planned as missed, and shown as such (P2). Planning again moves only rounds that have not begun.
 */
export const planRounds = async (deps: Deps, code: TrainingCode): Promise<void> => {
  const training = await deps.trainings.byCode(code);
  if (training === undefined || training.length !== 'short') return;
  for (const kind of ['T1', 'T2'] as const) {
    const window = roundWindow(training, kind, deps.settings, deps.calendar);
    await deps.rounds.plan({
      id: roundId(code, kind, 1),
      training: code,
      kind,
      occurrence: 1,
      ...window,
      remindersDone: 0,
      state: window.dueAt <= deps.clock.now() ? 'missed' : 'planned',
      instructors: [],
      announced: false,
    });
  }
};
