import { z } from 'zod';
import type { AccountKey, PersonId } from '../../domain/kernel/ids.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { sayWhoseAccount } from '../../domain/sequels/say-whose-account.ts';
import { accountQuestionView } from '../../views/people/account-question-view.ts';
import { byPerson } from '../bot/by-person.ts';
import type { OnDesk } from '../bot/on-desk.ts';
import type { Speaker } from '../bot/speaker.ts';
import { accountQuestionCard } from '../cards/staff/account-question-card.ts';
import { type CardAnswer, cardAction } from './card-action.ts';
import { idText } from './page-data.ts';

const about = {
  account: z
    .string()
    .min(1)
    .max(300)
    .transform((key) => key as AccountKey),
  over: z.iso.datetime().transform((moment) => new Date(moment)),
};
const uses = ['people', 'accounts', 'deliveries', 'visits'] as const;
type On = OnDesk<(typeof uses)[number]>;

/** "It is Li Wei": first or later, whatever was answered is what the card then shows. */
export const accountSameAction = cardAction({
  verb: 'account-same',
  schema: z.object({ ...about, person: idText.transform((id) => id as PersonId) }).strict(),
  permission: 'say-whose-account',
  uses,
  run: async ({ data, speaker }, on) => {
    await sayWhoseAccount(on, data, byPerson(on, speaker), speaker.person.id);
    return asItStands(on, data.account, speaker);
  },
});

/** "Another person". */
export const accountAnotherAction = cardAction({
  verb: 'account-another',
  schema: z.object(about).strict(),
  permission: 'say-whose-account',
  uses,
  run: async ({ data, speaker }, on) => {
    await sayWhoseAccount(on, data, byPerson(on, speaker), speaker.person.id);
    return asItStands(on, data.account, speaker);
  },
});

/** A question from `/accounts`. */
export const accountOpenAction = cardAction({
  verb: 'account-open',
  schema: z.object({ account: about.account }).strict(),
  permission: 'say-whose-account',
  uses,
  run: ({ data, speaker }, on) => asItStands(on, data.account, speaker),
});

const asItStands = async (on: On, key: AccountKey, { language }: Speaker): Promise<CardAnswer> => {
  const account = await on.accounts.byKey(key);
  const asked = account?.question?.at ?? account?.verdict?.asked;
  const view = asked === undefined ? undefined : await accountQuestionView(on, key, asked.toISOString());
  if (view === undefined) throw new Refusal('form-not-understood');
  return { card: accountQuestionCard(view, language) };
};
