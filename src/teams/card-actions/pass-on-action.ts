import { z } from 'zod';
import type { Improvement } from '../../domain/improvements/improvement.ts';
import { passOnImprovement } from '../../domain/improvements/pass-on.ts';
import type { ImprovementId, PersonId } from '../../domain/kernel/ids.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { assignDoneView } from '../../views/improvements/assign-done-view.ts';
import { passOnFormView } from '../../views/improvements/pass-on-form-view.ts';
import { passOnTitle } from '../../wording/improvement-words.ts';
import { refusalText } from '../../wording/refusal-words.ts';
import type { OnDesk } from '../bot/on-desk.ts';
import { assignDoneCard } from '../cards/improvement/assign-done-card.ts';
import { passOnFormCard } from '../cards/improvement/pass-on-form-card.ts';
import { cardAction } from './card-action.ts';
import { idText } from './page-data.ts';
import { pickedOwner } from './picked-owner.ts';

const improvement = idText.transform((id) => id as ImprovementId);

const improvementOf = async (
  { improvements }: OnDesk<'improvements'>,
  id: ImprovementId,
): Promise<Improvement> => {
  const found = await improvements.byId(id);
  if (found === undefined) throw new Refusal('unknown-improvement');
  return found;
};

/** "Hand on": whoever answers for it, the form comes to the presser's own chat. */
export const passOnOpenAction = cardAction({
  verb: 'pass-on-open',
  // On its owner's own card a comment comes along; it is theirs to send.
  schema: z.object({ improvement, comment: z.string().optional() }).strict(),
  permission: 'assign',
  longestText: 10_000,
  uses: ['people', 'issues', 'rounds', 'trainings', 'improvements'],
  run: async ({ data, speaker }, on) => {
    const view = await passOnFormView(on, await improvementOf(on, data.improvement));
    return {
      inPrivate: { card: passOnFormCard(view, speaker.language), summary: passOnTitle[speaker.language] },
    };
  },
});

/** Gives it to whoever was picked; who cannot have it is said at the field. */
export const passOnSaveAction = cardAction({
  verb: 'pass-on-save',
  schema: z
    .object({
      improvement,
      from: idText.transform((id) => id as PersonId),
      owner: z.string().max(200).default(''),
    })
    .strict(),
  permission: 'assign',
  uses: ['people', 'accounts', 'trainings', 'rounds', 'issues', 'improvements', 'deliveries'],
  run: async ({ data: { owner: picked, ...asked }, speaker }, on) => {
    const { language, person } = speaker;
    try {
      const owner = await pickedOwner(on, speaker, picked);
      const passed = await passOnImprovement(on, { ...asked, to: owner.id, by: person.id });
      return { card: assignDoneCard(await assignDoneView(on, passed, owner.name), language) };
    } catch (error) {
      const atField =
        error instanceof Refusal && (error.code === 'owner-missing' || error.code === 'owner-not-here');
      if (!atField) throw error;
      const view = await passOnFormView(on, await improvementOf(on, asked.improvement), {
        picked,
        error: refusalText(error.code, error.details),
      });
      return { card: passOnFormCard(view, language) };
    }
  },
});
