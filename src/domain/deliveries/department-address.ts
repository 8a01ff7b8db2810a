import type { By } from '../audit/by.ts';
import type { Address } from '../kernel/address.ts';
import type { DeliveryReason } from './delivery.ts';

/** Where the training department reads what concerns all of it; staff chose it with `/here`. */
export interface DepartmentAddress {
  readonly address: Address;
  /** What people call it; empty where the channel does not say. */
  readonly name: string;
  readonly chosenAt: Date;
  /** Since when, by the product's clock, nothing can be posted there, and why; until another is chosen, or it is there again. */
  readonly lost?: { readonly since: Date; readonly reason: DeliveryReason };
}

export interface DepartmentAddressStore {
  current(): Promise<DepartmentAddress | undefined>;
  choose(chosen: DepartmentAddress, by: By): Promise<void>;
  /** Nothing, where another was chosen meanwhile or it is known already. */
  lose(chosen: DepartmentAddress, lost: Required<DepartmentAddress>['lost']): Promise<void>;
  /** It is there again. */
  find(): Promise<void>;
}
