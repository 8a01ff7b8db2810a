import type { Stores } from '../../domain/stores.ts';
import type { Desk } from './desk.ts';

/** What lies on the desk, as use cases and views ask for their few things of it: these stores, and what is no store. */
export type OnDesk<Used extends keyof Stores = keyof Stores> = Pick<Stores, Used> & Omit<Desk, 'stores'>;

/** Everything. */
export const onDesk = ({ stores, ...others }: Desk): OnDesk => ({ ...stores, ...others });

/** For whoever says which stores they use: those, and no others. */
export const withStores = <Used extends keyof Stores>(
  { stores, ...others }: Desk,
  uses: readonly Used[],
): OnDesk<Used> => ({
  ...(Object.fromEntries(uses.map((name) => [name, stores[name]])) as Pick<Stores, Used>),
  ...others,
});
