import type { Model } from 'mongoose';
import type { ClaimRequest } from '../domain/deliveries/delivery-store.ts';
import type { DeliveryId } from '../domain/kernel/ids.ts';
import { waitIsOver } from './claim-filters.ts';
import type { DeliveryRecord } from './delivery-record.ts';

/** Which lanes have something due is asked anew after this. */
const lanesKeptMs = 1000;

/**
 * Finds what is due, fairly: retries first (at most half, for a busy Teams makes many), then from every lane the
 * oldest few. So one person of one training never waits behind a thousand of another.
 */
export const dueDeliveries = (deliveries: Model<DeliveryRecord>) => {
  let lanes: string[] = [];
  let lanesAt = Number.NEGATIVE_INFINITY;
  let turn = 0;

  const planned = ({ now, realNow }: ClaimRequest) => ({
    state: 'planned' as const,
    notBefore: { $lte: now },
    ...waitIsOver(realNow),
  });

  const retries = async ({ now, realNow }: ClaimRequest, most: number): Promise<DeliveryId[]> => {
    const due = { state: 'retry' as const, notBefore: { $lte: now }, ...waitIsOver(realNow) };
    const found = deliveries.find(due, { _id: 1 }).sort({ notBefore: 1, _id: 1 }).limit(most);
    return (await found.lean()).map(({ _id }) => _id);
  };

  /** One step per lane, along the index: its cost does not grow with what is in them. */
  const findLanes = async (request: ClaimRequest): Promise<string[]> => {
    const found: string[] = [];
    const first = { state: 1, lane: 1, notBefore: 1, _id: 1 } as const;
    for (let after = ''; ; ) {
      const next: { lane?: string } | null = await deliveries
        .findOne({ ...planned(request), lane: { $gt: after } }, { lane: 1 })
        .sort(first)
        .lean();
      if (next?.lane === undefined) return found;
      found.push(next.lane);
      after = next.lane;
    }
  };

  const fromLanes = async (request: ClaimRequest, most: number): Promise<DeliveryId[]> => {
    const each = Math.max(1, Math.ceil(most / lanes.length));
    const asked = Array.from(
      { length: Math.min(lanes.length, most) },
      (_, step) => lanes[(turn + step) % lanes.length] ?? '',
    );
    const found = await Promise.all(
      asked.map((lane) =>
        deliveries
          .find({ ...planned(request), lane }, { _id: 1 })
          .sort({ notBefore: 1, _id: 1 })
          .limit(each)
          .lean(),
      ),
    );
    turn += 1;
    lanes = lanes.filter((lane) => found[asked.indexOf(lane)]?.length !== 0);
    return found
      .flat()
      .slice(0, most)
      .map(({ _id }) => _id);
  };

  const fresh = async (request: ClaimRequest, most: number): Promise<DeliveryId[]> => {
    const at = request.realNow.getTime();
    if (lanes.length > 0 && Math.abs(at - lanesAt) < lanesKeptMs) {
      const found = await fromLanes(request, most);
      if (found.length > 0) return found;
    }
    lanes = await findLanes(request);
    lanesAt = at;
    return lanes.length === 0 ? [] : fromLanes(request, most);
  };

  return async (request: ClaimRequest, most: number): Promise<DeliveryId[]> => {
    const again = await retries(request, Math.ceil(most / 2));
    const first = await fresh(request, most - again.length);
    return first.length > 0 || again.length === 0 ? [...again, ...first] : retries(request, most);
  };
};
