import type { Message } from '../deliveries/delivery.ts';
import { eachAlone } from '../kernel/each-alone.ts';
import type { Means } from '../means.ts';
import type { Account } from '../people/account.ts';
import { staffToTell } from '../people/staff-to-tell.ts';
import type { Stores } from '../stores.ts';

/**
 * The training staff are asked whose each account is of which that cannot be told (P3), once for each question. Where nobody
 * is on the training staff yet, it waits. Returns how many are asked about.
 */
export const askWhoseAccounts = async (
  deps: Pick<Stores, 'people' | 'accounts' | 'deliveries'> & Pick<Means, 'clock' | 'settings' | 'log'>,
): Promise<number> => {
  const accounts = await deps.accounts.questionedUntold();
  const staff = accounts.length === 0 ? [] : await staffToTell(deps);
  if (staff.length === 0) return 0;
  return eachAlone(
    deps,
    accounts,
    ({ key }) => key,
    async ({ key, question }) => {
      if (question === undefined) return;
      const subject = questionOf(key, question.at);
      const notBefore = deps.clock.now();
      await deps.deliveries.plan(staff.map((person) => ({ subject, recipient: { person }, notBefore })));
      await deps.accounts.markTold(key, question.at);
    },
  );
};

/** What the message about it is about. */
export const questionOf = (account: Account['key'], asked: Date): Message<'account-question'>['subject'] => ({
  kind: 'account-question',
  account,
  asked: asked.toISOString(),
});
