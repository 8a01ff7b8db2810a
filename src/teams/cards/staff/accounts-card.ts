import type { Language } from '../../../domain/kernel/text.ts';
import type { AccountsView } from '../../../views/people/accounts-view.ts';
import * as words from '../../../wording/account-question-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { noticeCard } from '../notice-card.ts';

/** A row of buttons holds no more. */
const mostShown = 5;

/** To staff: every account of which they are asked whose it is. */
export const accountsCard = ({ accounts }: AccountsView, language: Language): AdaptiveCard => {
  const shown = accounts.slice(0, mostShown);
  const more = accounts.length - shown.length;
  return noticeCard(
    {
      eyebrow: words.questionEyebrow,
      title: words.accountsWaiting(accounts.length),
      parts: [
        { lines: [words.accountsLead] },
        { lines: shown.map(({ name, addresses }) => words.accountLine(name, addresses)) },
        ...(more === 0 ? [] : [{ lines: [words.moreAccounts(more)], subtle: true }]),
      ],
      buttons: shown.map(({ account, name, addresses }) =>
        button('account-open', words.openQuestion(name || (addresses[0] ?? '')), language, { account }),
      ),
    },
    language,
  );
};
