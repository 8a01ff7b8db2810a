import { setTimeout as pause } from 'node:timers/promises';
import { startChild } from './child.ts';
import { startBot } from './start-bot.ts';
import type { World } from './world.ts';

/** Real numbers in [0, 1) that are the same in each run. */
const seeded = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};

/**
 * A campaign carried out by processes that are killed with -9 at random moments, two at work at a time, until so
 * many have died, while trainees answer through them; then one is left alone to finish. Leases of 2 s, so that what a dead one held comes back soon.
 */
export const killed = async (trainees: number, kills: number): Promise<Record<string, number>> => {
  const world = await startChild<World>(new URL('./world.ts', import.meta.url), null);
  const prepared = await world.ask('prepare', { trainees, trainings: 4, chatsKnown: true });
  const argument = {
    ...prepared,
    startedAt: Date.now(),
    byItself: true,
    // So slow that the campaign is under way while all of them die.
    requestsPerSecond: 4,
    leaseMs: 2000,
  };
  const random = seeded(7);
  let left = kills;
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const bot = await startBot(argument);
      await world.ask('connect', await bot.ask('url', undefined));
      let alive = true;
      const death = pause(random() * 1500)
        .then(() => bot.end('SIGKILL'))
        .finally(() => {
          alive = false;
        });
      while (alive) await world.ask('answerOne', undefined);
      await death;
    }
  };
  await Promise.all([one(), one()]);
  const atTheLastKill = await world.ask('outcome', undefined);
  const last = await startBot({
    ...argument,
    requestsPerSecond: 50,
  });
  await world.ask('wait', 120_000);
  await world.ask('settled', 120_000);
  const states = await world.ask('states', undefined);
  const visits = await world.ask('visits', undefined);
  const { told, stored } = await world.ask('answers', undefined);
  await last.end();
  const seen = await world.ask('outcome', undefined);
  await world.ask('close', undefined);
  await world.end();
  const open = ['planned', 'claimed', 'retry', 'unknown'].reduce(
    (sum, state) => sum + (states[state] ?? 0),
    0,
  );
  return {
    kills,
    trainees,
    deliveredBeforeTheLastKill: atTheLastKill.delivered,
    lost: seen.lost,
    doubled: seen.doubled,
    unsettledDeliveries: open,
    pagesToldSaved: told.pages,
    pagesSaved: stored.pages,
    pagesSavedTwice: stored.pagesTwice,
    questionnairesToldSaved: told.questionnaires,
    questionnairesSaved: stored.questionnaires,
    visitsAnswered: stored.visitsAnswered,
    visitsInANamedState: Object.values(visits).reduce((sum, count) => sum + count, 0),
  };
};
