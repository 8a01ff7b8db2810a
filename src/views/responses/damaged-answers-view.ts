import type { RoundId } from '../../domain/kernel/ids.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { titleOfRound } from '../followups/title-of-round.ts';
import type { ViewParts } from '../view-parts.ts';

export interface DamagedAnswersView {
  readonly training: string;
  readonly questionnaire: Text;
  readonly pages: number;
}

/** So many pages of a round's answers are not as they were sealed. Nothing says whose: whoever reads it need not know. */
export const damagedAnswersView = async (
  from: Pick<ViewParts, 'rounds' | 'trainings' | 'questionnaires'>,
  { round: id, pages }: { readonly round: RoundId; readonly pages: number },
): Promise<DamagedAnswersView | undefined> => {
  const round = await from.rounds.byId(id);
  const training = round && (await from.trainings.byCode(round.training));
  if (round === undefined || training === undefined) return undefined;
  return {
    training: training.title,
    questionnaire: titleOfRound(from, round, training),
    pages,
  };
};
