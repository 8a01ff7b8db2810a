import type { Delivery } from '../../src/domain/deliveries/delivery.ts';
import type { ClaimRequest, DeliveryStore } from '../../src/domain/deliveries/delivery-store.ts';

/** Takes one due delivery, as a process at work takes many. */
export const claimOne = async (
  stores: { readonly deliveries: DeliveryStore },
  request: ClaimRequest,
): Promise<Delivery | undefined> => (await stores.deliveries.claimSome(request, 1))[0];
