import type { AccountKey } from '../../domain/kernel/ids.ts';
import type { ViewParts } from '../view-parts.ts';

export interface AccountsView {
  readonly accounts: readonly {
    readonly account: AccountKey;
    readonly name: string;
    readonly addresses: readonly string[];
  }[];
}

/** The accounts of which the training staff are asked whose they are, longest first. */
export const accountsView = async ({ accounts }: Pick<ViewParts, 'accounts'>): Promise<AccountsView> => ({
  accounts: (await accounts.questioned()).map(({ key, name, emails }) => ({
    account: key,
    name,
    addresses: emails.filter((email) => !email.includes('#ext#')),
  })),
});
