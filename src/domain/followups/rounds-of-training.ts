import { roundId, visitKinds } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Training } from '../trainings/training.ts';
import { followUpRules } from './follow-up-rules.ts';
import type { Round } from './round.ts';
import { roundWindow } from './windows.ts';

/** Whether its due day is over: it cannot be opened any more (P2). */
export const isTooLate = ({ dueAt }: Pick<Round, 'dueAt'>, now: Date): boolean => dueAt <= now;

/**
 * The rounds of a training as they are planned now (W1): of every kind that applies to it and has something to ask. One whose
 * due day is over is missed, and shown as such (P2).
 */
export const roundsOfTraining = (
  { settings, calendar, questionnaires }: Pick<Means, 'settings' | 'calendar' | 'questionnaires'>,
  training: Training,
  now: Date,
  rules = followUpRules,
): Round[] =>
  visitKinds.flatMap((kind) => {
    const { applies, occasions } = rules[kind];
    if (!applies(training) || !questionnaires.has(kind, training)) return [];
    return occasions(training).map(({ day, label }, index): Round => {
      const window = roundWindow(day, kind, training.timeZone, settings, calendar);
      return {
        id: roundId(training.code, kind, index + 1),
        training: training.code,
        kind,
        occurrence: index + 1,
        ...(label === undefined ? {} : { label }),
        ...window,
        remindersDone: 0,
        state: isTooLate(window, now) ? 'missed' : 'planned',
        instructors: [],
        announced: false,
      };
    });
  });

/** A round that is there already once it is planned again: only one that has not begun takes new dates; missed, only if it has time again. */
export const plannedAgain = (known: Round, planned: Round): Round => {
  const hasTimeAgain = known.state === 'missed' && planned.state === 'planned';
  if (known.state !== 'planned' && !hasTimeAgain) return known;
  const { opensAt, dueAt, dueDate, remindAt, label } = planned;
  const { label: _, ...before } = known;
  return {
    ...before,
    state: 'planned',
    opensAt,
    dueAt,
    dueDate,
    remindAt,
    ...(label === undefined ? {} : { label }),
  };
};
