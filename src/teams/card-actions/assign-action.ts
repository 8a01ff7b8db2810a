import { z } from 'zod';
import { assignIssue } from '../../domain/improvements/assign-issue.ts';
import type { IssueId } from '../../domain/kernel/ids.ts';
import { Refusal, type RefusalCode } from '../../domain/kernel/refusal.ts';
import { assignDoneView } from '../../views/improvements/assign-done-view.ts';
import { assignFormView } from '../../views/improvements/assign-form-view.ts';
import { assignFormTitle } from '../../wording/improvement-words.ts';
import { refusalText } from '../../wording/refusal-words.ts';
import type { OnDesk } from '../bot/on-desk.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { assignDoneCard } from '../cards/improvement/assign-done-card.ts';
import { assignFormCard } from '../cards/improvement/assign-form-card.ts';
import { type CardPress, cardAction } from './card-action.ts';
import { idText } from './page-data.ts';
import { pickedOwner } from './picked-owner.ts';

const issue = idText.transform((id) => id as IssueId);

/** "Assign" on the channel's result card: the form comes to the presser's own chat. */
export const assignOpenAction = cardAction({
  verb: 'assign-open',
  schema: z.object({ issue }).strict(),
  permission: 'assign',
  uses: ['issues', 'rounds', 'trainings', 'improvements'],
  run: async ({ data, speaker }, on) => {
    const card = assignFormCard(await assignFormView(on, data.issue), speaker.language);
    if ((await on.improvements.ofIssue(data.issue)) !== undefined) {
      throw new Refusal('issue-already-assigned');
    }
    return { inPrivate: { card, summary: assignFormTitle[speaker.language] } };
  },
});

const formData = z
  .object({
    issue,
    owner: z.string().max(200).default(''),
    measure: z.string().default(''),
    due: z.string().max(40).default(''),
  })
  .strict();

const savingStores = [
  'people',
  'accounts',
  'trainings',
  'rounds',
  'issues',
  'improvements',
  'deliveries',
] as const;

/** Saves the form; what does not fit is said at its field, and nothing typed is lost. */
export const assignSaveAction = cardAction({
  verb: 'assign-save',
  schema: formData,
  permission: 'assign',
  longestText: 10_000,
  uses: savingStores,
  run: async (press, on) => ({ card: await save(press, on) }),
});

const save = async (
  { data, speaker }: CardPress<z.output<typeof formData>>,
  on: OnDesk<(typeof savingStores)[number]>,
): Promise<AdaptiveCard> => {
  const { language } = speaker;
  try {
    const owner = await pickedOwner(on, speaker, data.owner);
    const improvement = await assignIssue(on, {
      issue: data.issue,
      owner: owner.id,
      measure: data.measure,
      dueDate: data.due,
      assignedBy: speaker.person.id,
    });
    return assignDoneCard(await assignDoneView(on, improvement, owner.name), language);
  } catch (error) {
    const field = error instanceof Refusal ? fields[error.code] : undefined;
    if (!(error instanceof Refusal) || field === undefined) throw error;
    const view = await assignFormView(on, data.issue, {
      typed: { owner: data.owner, measure: data.measure, due: data.due },
      errors: { [field]: refusalText(error.code, error.details) },
    });
    return assignFormCard(view, language);
  }
};

/** Which field a refusal is about. */
const fields: Partial<Record<RefusalCode, 'owner' | 'measure' | 'due'>> = {
  'owner-missing': 'owner',
  'owner-not-here': 'owner',
  'measure-missing': 'measure',
  'text-too-long': 'measure',
  'date-not-understood': 'due',
  'date-not-ahead': 'due',
};
