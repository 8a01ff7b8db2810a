import type { RoundId } from '../../domain/kernel/ids.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { titleOfRound } from '../followups/title-of-round.ts';
import type { ViewParts } from '../view-parts.ts';

export interface StuckRoundView {
  readonly training: string;
  readonly questionnaire: Text;
  readonly dueDate: string;
  /** What could not be done: opening it, going on with it, or making its result. */
  readonly stage: 'unopened' | 'open' | 'over';
}

/** A round that could not go on; undefined once it could. Its training's own record may be what is damaged. */
export const stuckRoundView = async (
  from: Pick<ViewParts, 'rounds' | 'trainings' | 'questionnaires' | 'clock'>,
  { round: id }: { readonly round: RoundId },
): Promise<StuckRoundView | undefined> => {
  const round = await from.rounds.byId(id);
  if (round === undefined) return undefined;
  const training = await from.trainings.byCode(round.training).catch(() => undefined);
  if (round.state === 'missed' || (round.state === 'closed' && round.announced)) return undefined;
  return {
    training: training?.title ?? round.training,
    questionnaire: titleOfRound(from, round, training ?? unknownTraining),
    dueDate: round.dueDate,
    stage: round.state === 'planned' ? 'unopened' : from.clock.now() < round.dueAt ? 'open' : 'over',
  };
};

const unknownTraining = { mode: 'classroom', source: 'internal', course: '' } as const;
