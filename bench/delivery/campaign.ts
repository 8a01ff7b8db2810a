import type { LimitSettings } from '../../test/support/teams-tenant/limits.ts';
import { teamsLimits } from '../../test/support/teams-tenant/limits.ts';
import { startChild } from './child.ts';
import { startBot } from './start-bot.ts';
import type { Outcome, World } from './world.ts';

export interface CampaignRun {
  readonly trainees: number;
  readonly processes: number;
  readonly requestsPerSecond: number;
  readonly chatsKnown?: boolean;
  readonly limits?: LimitSettings;
  readonly faults?: 'storm';
  readonly mostMs: number;
}

export interface CampaignOutcome extends Outcome {
  readonly memoryMb: number;
  /** Deliveries by the state they ended in. */
  readonly states: Readonly<Record<string, number>>;
}

/** A whole campaign with the product working by itself, in any number of processes, until everybody has it or time is up. */
export const runCampaign = async (asked: CampaignRun): Promise<CampaignOutcome> => {
  const world = await startChild<World>(new URL('./world.ts', import.meta.url), null);
  const { trainees, requestsPerSecond, chatsKnown = true } = asked;
  const prepared = await world.ask('prepare', { trainees, trainings: 4, chatsKnown });
  await world.ask('limits', asked.limits ?? teamsLimits);
  await world.ask('faults', asked.faults ?? 'none');
  const argument = { ...prepared, startedAt: Date.now(), byItself: true, requestsPerSecond };
  const bots = [];
  for (let index = 0; index < asked.processes; index += 1) {
    bots.push(await startBot(argument));
  }
  const seen = await world.ask('wait', asked.mostMs);
  await world.ask('settled', 60_000);
  const states = await world.ask('states', undefined);
  const lost = await world.ask('historyOfLost', undefined);
  if (lost.length > 0) console.error(JSON.stringify(lost.slice(0, 5)));
  const memory = await Promise.all(bots.map((bot) => bot.ask('memoryMb', undefined)));
  const endings = await Promise.all(bots.map((bot) => bot.end()));
  if (Math.max(...endings) > 10_000) throw new Error('a process took more than 10 s to end');
  const outcome = await world.ask('outcome', undefined);
  await world.ask('close', undefined);
  await world.end();
  return { ...outcome, tookMs: seen.tookMs, memoryMb: Math.max(...memory), states };
};
