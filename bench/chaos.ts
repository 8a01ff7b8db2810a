import { runCampaign } from './delivery/campaign.ts';
import { databaseAway } from './delivery/database-away.ts';
import { killed } from './delivery/kills.ts';

const named = (name: string, figures: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [`${name}.${key}`, value]));

/**
 * `npm run chaos [-- quick]`: what becomes of a campaign while Teams storms, while its processes are killed, and
 * while the database is away. `quick` is the same with a tenth of everything.
 */
export const run = async (): Promise<Record<string, number>> => {
  const of = process.argv.includes('quick') ? 10 : 1;
  const storm = await runCampaign({
    trainees: 2000 / of,
    processes: 2,
    requestsPerSecond: 50,
    faults: 'storm',
    mostMs: 400_000,
  });
  const { delivered, lost, doubled, requests, throttled, unanswered, tookMs } = storm;
  return {
    ...named('storm', { delivered, lost, doubled, requests, throttled, unanswered, seconds: tookMs / 1000 }),
    ...named('kills', await killed(500 / of, 200 / of)),
    ...named('away', await databaseAway(3000 / of, 60_000 / of)),
  };
};
