import { z } from 'zod';
import type { Improvement, ImprovementState } from '../../domain/improvements/improvement.ts';
import { improvementFor, workOnImprovement } from '../../domain/improvements/work-on-improvement.ts';
import type { ImprovementId } from '../../domain/kernel/ids.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Language } from '../../domain/kernel/text.ts';
import { plainText } from '../../domain/questionnaires/plain-text.ts';
import { type AssignmentExtras, assignmentView } from '../../views/improvements/assignment-view.ts';
import { nothingTyped } from '../../wording/improvement-words.ts';
import { refusalText } from '../../wording/refusal-words.ts';
import type { OnDesk } from '../bot/on-desk.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { assignmentCard } from '../cards/improvement/assignment-card.ts';
import type { Verb } from '../cards/verb.ts';
import { type CardPress, cardAction } from './card-action.ts';
import { idText } from './page-data.ts';

const pressData = z
  .object({
    improvement: idText.transform((id) => id as ImprovementId),
    comment: z.string().default(''),
  })
  .strict();

const workStores = ['people', 'trainings', 'rounds', 'issues', 'improvements', 'deliveries'] as const;
type OnWorkDesk = OnDesk<(typeof workStores)[number]>;

const working = <Named extends Verb>(verb: Named, to?: Exclude<ImprovementState, 'assigned'>) =>
  cardAction({
    verb,
    schema: pressData,
    permission: 'work-on-improvement',
    longestText: 10_000,
    uses: workStores,
    run: async (press, on) => ({ card: await work(press, on, to) }),
  });

const work = async (
  { data, speaker }: CardPress<z.output<typeof pressData>>,
  on: OnWorkDesk,
  to: Exclude<ImprovementState, 'assigned'> | undefined,
): Promise<AdaptiveCard> => {
  const press = { improvement: data.improvement, person: speaker.person.id, comment: data.comment };
  if (to === undefined && plainText(data.comment) === '') {
    const before = await improvementFor(on, data.improvement, speaker.person.id);
    return cardOf(on, before, speaker.language, { error: nothingTyped });
  }
  try {
    const after = await workOnImprovement(on, to === undefined ? press : { ...press, to });
    return await cardOf(on, after, speaker.language);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'text-too-long') throw error;
    const before = await improvementFor(on, data.improvement, speaker.person.id);
    return cardOf(on, before, speaker.language, {
      typed: data.comment,
      error: refusalText(error.code, error.details),
    });
  }
};

const cardOf = async (
  on: OnWorkDesk,
  improvement: Improvement,
  language: Language,
  extras?: AssignmentExtras,
): Promise<AdaptiveCard> => {
  const view = await assignmentView(on, improvement, extras);
  if (view === undefined) throw new Refusal('unknown-improvement');
  return assignmentCard(view, language);
};

/** I2: the owner says that it is begun, that it is done, or how it goes. */
export const improvementStartedAction = working('improvement-started', 'started');
export const improvementDoneAction = working('improvement-done', 'done');
export const improvementCommentAction = working('improvement-comment');
