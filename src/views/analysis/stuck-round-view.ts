import type { RoundId } from '../../domain/kernel/ids.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { titleOfRound } from '../followups/title-of-round.ts';
import type { ViewParts } from '../view-parts.ts';

export interface StuckRoundView {
  readonly training: string;
  readonly questionnaire: Text;
  readonly dueDate: string;
  /** It could not even be opened. */
  readonly unopened?: true;
}

/** A round whose result could not be made; undefined once it could. */
export const stuckRoundView = async (
  from: Pick<ViewParts, 'rounds' | 'trainings' | 'questionnaires'>,
  { round: id }: { readonly round: RoundId },
): Promise<StuckRoundView | undefined> => {
  const round = await from.rounds.byId(id);
  const training = round && (await from.trainings.byCode(round.training));
  if (round === undefined || training === undefined) return undefined;
  if (round.state === 'missed' || (round.state === 'closed' && round.announced)) return undefined;
  return {
    training: training.title,
    questionnaire: titleOfRound(from, round, training),
    dueDate: round.dueDate,
    ...(round.state === 'planned' ? { unopened: true } : {}),
  };
};
