import { randomInt, randomUUID } from 'node:crypto';
import type { Model } from 'mongoose';
import type { Delivery } from '../domain/deliveries/delivery.ts';
import type { ClaimRequest } from '../domain/deliveries/delivery-store.ts';
import type { DeliveryId } from '../domain/kernel/ids.ts';
import { isHeld } from './claim-filters.ts';
import { type DeliveryRecord, readDelivery } from './delivery-record.ts';
import { dueDeliveries } from './due-deliveries.ts';
import { isStoredKind } from './stored-message.ts';

/** Another process took what was found first: look again, so often. */
const mostRounds = 5;
/** Long enough for the version that knows the kind to find it first. */
const unknownAgainMs = 60_000;

/** Of several for one person the one that closes first goes first; the order is the same in every process. */
const soonestFirst = (one: DeliveryRecord, other: DeliveryRecord): number =>
  one.notBefore.getTime() - other.notBefore.getTime() ||
  (one.until?.getTime() ?? Number.MAX_SAFE_INTEGER) - (other.until?.getTime() ?? Number.MAX_SAFE_INTEGER) ||
  (`${one.lane} ${one._id}` < `${other.lane} ${other._id}` ? -1 : 1);

/**
 * Taking many at once: which are due is only a guess, the update decides – a delivery that another process took
 * meanwhile is no longer in a state to be taken. Afterwards what belongs to a recipient somebody else is writing
 * to is given back for a moment: two processes never write to one person at the same time.
 */
export const claimDeliveries = (deliveries: Model<DeliveryRecord>) => {
  const due = dueDeliveries(deliveries);

  const take = async (ids: readonly DeliveryId[], request: ClaimRequest): Promise<DeliveryRecord[]> => {
    const lease = {
      owner: String(request.owner),
      until: new Date(request.realNow.getTime() + request.leaseMs),
      claim: randomUUID(),
    };
    const taken = await deliveries.updateMany(
      { _id: { $in: [...ids] }, state: { $in: ['planned', 'retry'] } },
      { $set: { state: 'claimed', lease } },
    );
    if (taken.modifiedCount === 0) return [];
    const mine = { _id: { $in: [...ids] }, 'lease.claim': lease.claim };
    const found = (await deliveries.find(mine).lean()).toSorted(soonestFirst);
    return giveBackBusy(await giveBackUnknown(found, request), request);
  };

  const giveBack = async (
    records: readonly DeliveryRecord[],
    { owner }: ClaimRequest,
    retryAt: Date,
  ): Promise<void> => {
    await deliveries.updateMany(
      { _id: { $in: records.map(({ _id }) => _id) }, state: 'claimed', 'lease.owner': owner },
      { $set: { state: 'planned', retryAt }, $unset: { lease: 1 } },
    );
  };

  /** A later version beside this one may plan what this one cannot say: that is left to it. */
  const giveBackUnknown = async (
    records: DeliveryRecord[],
    request: ClaimRequest,
  ): Promise<DeliveryRecord[]> => {
    const unknown = records.filter(({ kind }) => !isStoredKind(kind));
    if (unknown.length === 0) return records;
    await giveBack(unknown, request, new Date(request.realNow.getTime() + unknownAgainMs));
    return records.filter((record) => !unknown.includes(record));
  };

  const giveBackBusy = async (
    records: DeliveryRecord[],
    request: ClaimRequest,
  ): Promise<DeliveryRecord[]> => {
    const { owner, realNow } = request;
    const people = [...new Set(records.flatMap(({ recipient }) => recipient.person ?? []))];
    const toChannel = records.some(({ recipient }) => recipient.channel !== undefined);
    const others = {
      state: 'claimed',
      'lease.owner': { $ne: owner },
      ...isHeld(realNow),
    } as const;
    const who = { recipient: 1 } as const;
    const elsewhere = [
      ...(people.length === 0
        ? []
        : await deliveries.find({ 'recipient.person': { $in: people }, ...others }, who).lean()),
      ...(toChannel
        ? await deliveries.find({ 'recipient.channel': 'department', ...others }, who).lean()
        : []),
    ];
    if (elsewhere.length === 0) return records;
    const busy = new Set(elsewhere.map(({ recipient }) => recipient.person ?? 'channel'));
    const isBusy = ({ recipient }: DeliveryRecord) => busy.has(recipient.person ?? 'channel');
    await giveBack(records.filter(isBusy), request, new Date(realNow.getTime() + randomInt(500, 1500)));
    return records.filter((record) => !isBusy(record));
  };

  return async (request: ClaimRequest, most: number): Promise<Delivery[]> => {
    for (let round = 0; round < mostRounds; round += 1) {
      const ids = await due(request, most);
      if (ids.length === 0) return [];
      const taken = await take(ids, request);
      if (taken.length > 0) return taken.map(readDelivery);
    }
    return [];
  };
};
