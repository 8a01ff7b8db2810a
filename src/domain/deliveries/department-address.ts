import type { By } from '../audit/by.ts';
import type { Address } from '../kernel/address.ts';

/** Where the training department reads what concerns all of it; staff chose it with `/here`. */
export interface DepartmentAddress {
  readonly address: Address;
  /** What people call it; empty where the channel does not say. */
  readonly name: string;
  readonly chosenAt: Date;
}

export interface DepartmentAddressStore {
  current(): Promise<DepartmentAddress | undefined>;
  choose(chosen: DepartmentAddress, by: By): Promise<void>;
}
