import { z } from 'zod';
import type { ImprovementState } from '../../domain/improvements/improvement.ts';
import { improvementFor, workOnImprovement } from '../../domain/improvements/work-on-improvement.ts';
import type { ImprovementId } from '../../domain/kernel/ids.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { refusalText } from '../../wording/refusal-words.ts';
import type { Desk } from '../bot/desk.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { improvementCard } from '../improvements/assignment-card.ts';
import { type CardPress, cardAction } from './card-action.ts';
import { idText } from './page-data.ts';

const pressData = z
  .object({
    improvement: idText.transform((id) => id as ImprovementId),
    comment: z.string().default(''),
  })
  .strict();

const working = (verb: string, to?: Exclude<ImprovementState, 'assigned'>) =>
  cardAction({
    verb,
    schema: pressData,
    permission: 'work-on-improvement',
    longestText: 10_000,
    run: async (press, desk) => ({ card: await work(press, desk, to) }),
  });

const work = async (
  { data, speaker }: CardPress<z.output<typeof pressData>>,
  desk: Desk,
  to: Exclude<ImprovementState, 'assigned'> | undefined,
): Promise<AdaptiveCard> => {
  const deps = { ...desk.stores, clock: desk.clock, settings: desk.settings };
  const press = { improvement: data.improvement, person: speaker.person.id, comment: data.comment };
  try {
    const after = await workOnImprovement(deps, to === undefined ? press : { ...press, to });
    return await cardOf(desk, after, speaker.language);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'text-too-long') throw error;
    const before = await improvementFor(deps, data.improvement, speaker.person.id);
    return cardOf(desk, before, speaker.language, {
      typed: data.comment,
      error: refusalText(error.code, error.details),
    });
  }
};

const cardOf = async (...args: Parameters<typeof improvementCard>): Promise<AdaptiveCard> => {
  const card = await improvementCard(...args);
  if (card === undefined) throw new Refusal('unknown-improvement');
  return card;
};

/** I2: the owner says that it is begun, that it is done, or how it goes. */
export const improvementStartedAction = working('improvement-started', 'started');
export const improvementDoneAction = working('improvement-done', 'done');
export const improvementCommentAction = working('improvement-comment');
