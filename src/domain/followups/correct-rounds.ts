import type { By } from '../audit/by.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import type { Training } from '../trainings/training.ts';
import { movedRound } from './moved-round.ts';
import type { Round } from './round.ts';
import { roundsOfTraining } from './rounds-of-training.ts';
import { tellOfCancelled } from './tell-of-cancelled.ts';
import { tellOfChange } from './tell-of-change.ts';
import type { Visit } from './visit.ts';

type Deps = Pick<Stores, 'people' | 'rounds' | 'visits' | 'deliveries'> &
  Pick<Means, 'clock' | 'settings' | 'calendar' | 'questionnaires'>;

/**
 * What a corrected training makes of its rounds (docs/WHAT-FOLLOWS.md): cancelled, they end without being counted, and are as they
 * were if that was a mistake; moved, what is open moves along. Closed ones stay as they were closed. Safe to repeat.
 */
export const correctRounds = async (deps: Deps, training: Training, by: By): Promise<void> => {
  const known = await deps.rounds.ofTraining(training.code);
  if (training.cancelled === true) {
    for (const { id } of known) await deps.rounds.cancel(id, by);
    if (known.some(({ questionnaire }) => questionnaire !== undefined)) await tellOfCancelled(deps, training);
    return;
  }
  const cancelled = known.filter(({ state }) => state === 'cancelled');
  for (const { id } of cancelled) await deps.rounds.resume(id, by);
  const rounds = roundsOfTraining(deps, training, deps.clock.now());
  // Planned with all others, they kept the dates they were cancelled with.
  if (cancelled.length > 0) await deps.rounds.planAll(rounds, by);
  const planned = new Map(rounds.map((round) => [round.id, round]));
  for (const round of await deps.rounds.ofTraining(training.code)) {
    const now = planned.get(round.id);
    if (round.state === 'open' && now !== undefined) await moveRound(deps, training, round, now, by);
    await tellOfMove(deps, round.id);
  }
};

const moveRound = async (
  deps: Deps,
  { timeZone }: Training,
  round: Round,
  planned: Round,
  by: By,
): Promise<void> => {
  const to = movedRound(round, planned, deps.clock.now(), timeZone);
  if (to !== undefined) await deps.rounds.move(round, to, by);
};

/** Whoever has a visit of another day than its round's is told, and the visit follows. */
const tellOfMove = async (deps: Deps, id: Round['id']): Promise<void> => {
  const round = await deps.rounds.byId(id);
  if (round === undefined || round.questionnaire === undefined) return;
  if (round.state !== 'open' && round.state !== 'planned') return;
  const behind = (await deps.visits.ofRound(id)).filter(
    ({ dueAt, countedAs }) => dueAt.getTime() !== round.dueAt.getTime() && countedAs === undefined,
  );
  if (behind.length === 0) return;
  const [away, asked] = [behind.filter(isAway), behind.filter((visit) => !isAway(visit))];
  await tellOfChange(deps, asked, 'moved', round.dueAt);
  // Whoever is not asked any more, and may not have heard that yet, is to hear that and nothing of days.
  await tellOfChange(deps, away, 'withdrawn');
  await deps.visits.follow(id, round.dueAt);
};

const isAway = ({ excuse }: Visit): boolean => excuse === 'withdrawn';
