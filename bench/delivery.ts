import { runCampaign } from './delivery/campaign.ts';
import { plannedMemory } from './delivery/memory.ts';
import { throughput } from './delivery/throughput.ts';

const mostMs = (trainees: number, perSecond: number): number => (trainees / perSecond) * 1000 * 2 + 60_000;

/** One campaign's figures, each named for the campaign. */
const campaign = async (
  name: string,
  asked: { trainees: number; processes: number; requestsPerSecond: number; chatsKnown?: boolean },
): Promise<Record<string, number>> => {
  const seen = await runCampaign({ ...asked, mostMs: mostMs(asked.trainees, asked.requestsPerSecond / 2) });
  return {
    [`${name}Seconds`]: seen.tookMs / 1000,
    [`${name}Lost`]: seen.lost,
    [`${name}Doubled`]: seen.doubled,
    [`${name}ThrottledShare`]: seen.throttled / Math.max(1, seen.requests),
  };
};

/**
 * `npm run bench -- delivery [trainees]`: how fast and how exactly a campaign is delivered at Teams' limit of 50
 * requests a second (one process, two, first contact, the default setting), and without limits beside a bare loop.
 */
export const run = async (): Promise<Record<string, number>> => {
  const trainees = Number(process.argv[3] ?? 10_000);
  return {
    trainees,
    ...(await campaign('one', { trainees, processes: 1, requestsPerSecond: 50 })),
    ...(await campaign('two', { trainees, processes: 2, requestsPerSecond: 50 })),
    ...(await campaign('firstContact', {
      trainees: trainees / 2,
      processes: 1,
      requestsPerSecond: 50,
      chatsKnown: false,
    })),
    ...(await campaign('usual', { trainees: trainees / 2, processes: 1, requestsPerSecond: 45 })),
    ...(await throughput(Math.min(8000, trainees))),
    ...(await plannedMemory(trainees * 10)),
  };
};
