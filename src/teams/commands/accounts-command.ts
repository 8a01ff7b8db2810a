import { accountsView } from '../../views/people/accounts-view.ts';
import { accountsWaiting, nothingAsked } from '../../wording/account-question-words.ts';
import * as wording from '../../wording/command-words.ts';
import { accountsCard } from '../cards/staff/accounts-card.ts';
import { command } from './command.ts';

/** `/accounts` (P3): of which accounts the staff are asked whose they are. */
export const accounts = command({
  name: 'accounts',
  words: { zh: ['账号'], en: ['accounts', 'account'] },
  permission: 'say-whose-account',
  menu: {
    title: wording.accounts.title,
    description: wording.accounts.description,
    onlyInHelp: true,
  },
  answersIn: 'private',
  uses: ['accounts'],
  places: ['personal', 'channel'],
  run: async ({ speaker: { language } }, on) => {
    const view = await accountsView(on);
    const count = view.accounts.length;
    if (count === 0) return { text: nothingAsked[language] };
    return { card: accountsCard(view, language), summary: accountsWaiting(count)[language] };
  },
});
