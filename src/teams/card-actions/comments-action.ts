import { z } from 'zod';
import type { RoundId } from '../../domain/kernel/ids.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { readableComments } from '../../domain/reports/readable-comments.ts';
import { type CommentsView, commentsView } from '../../views/analysis/comments-view.ts';
import { commentsSummary } from '../../wording/comment-words.ts';
import type { OnDesk } from '../bot/on-desk.ts';
import type { Speaker } from '../bot/speaker.ts';
import { commentsCard } from '../cards/result/comments-card.ts';
import { cardAction } from './card-action.ts';
import { idText } from './page-data.ts';

const round = idText.transform((id) => id as RoundId);
const uses = ['rounds', 'results', 'pools', 'trainings', 'visits'] as const;

/** "All comments" on a result, or of a round of a report: they come to the presser's own chat. */
export const commentsOpenAction = cardAction({
  verb: 'comments-open',
  schema: z.object({ round }).strict(),
  permission: 'read-comments',
  uses,
  run: async ({ data, speaker }, on) => {
    const view = await readBy(on, speaker, data.round, 0);
    const { language } = speaker;
    return {
      inPrivate: { card: commentsCard(view, language), summary: commentsSummary(view.training)[language] },
    };
  },
});

/** Further on, or back to the beginning. */
export const commentsPageAction = cardAction({
  verb: 'comments-page',
  schema: z.object({ round, after: z.coerce.number().int().min(0).max(10_000_000) }).strict(),
  permission: 'read-comments',
  uses,
  run: async ({ data, speaker }, on) => ({
    card: commentsCard(await readBy(on, speaker, data.round, data.after), speaker.language),
  }),
});

const readBy = async (
  on: OnDesk<(typeof uses)[number]>,
  speaker: Speaker,
  id: RoundId,
  after: number,
): Promise<CommentsView> => {
  const readable = await readableComments(on, speaker, id);
  const view = readable && (await commentsView(on, readable, after));
  if (view === undefined) throw new Refusal('not-yours');
  return view;
};
