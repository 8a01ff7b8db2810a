import { nextDeliveryMoment } from '../../domain/deliveries/delivery-hours.ts';
import type { Round } from '../../domain/followups/round.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import type { Means } from '../../domain/means.ts';
import type { Stores } from '../../domain/stores.ts';
import type { DemoPerson } from './demo-people.ts';
import type { MovedClock } from './moved-clock.ts';
import { othersAnswer } from './others-answer.ts';

/** What the demo can say about a step: in wording, with the new time. */
export type DemoStep =
  | { readonly kind: 'answered'; readonly round: Round; readonly people: number }
  | { readonly kind: 'opened' | 'reminded' | 'closed'; readonly round: Round }
  | { readonly kind: 'improvement-due' | 'moved' | 'over' };

const steps = 6;

/**
 * Brings about the next thing that would happen: the others answer an open round, or else the product's clock moves
 * to the next moment at which anything happens by itself, and on until what follows from it was delivered.
 */
export const moveOn = async (
  deps: Stores & Means,
  clock: MovedClock,
  runTicks: () => Promise<void>,
  seated: DemoPerson,
): Promise<DemoStep> => {
  for (const round of await deps.rounds.open()) {
    const people = await othersAnswer(deps, round, seated);
    if (people > 0) return { kind: 'answered', round, people };
  }
  const before = await allRounds(deps);
  for (let step = 0; step < steps; step += 1) {
    const moment = await nextMoment(deps);
    if (moment === undefined) return { kind: 'over' };
    clock.moveTo(moment.at);
    await runTicks();
    const waiting = await deps.deliveries.nextDue(clock.now());
    const soon = waiting !== undefined && waiting.getTime() - clock.now().getTime() < 5 * 24 * 3_600_000;
    if (soon) {
      clock.moveTo(waiting);
      await runTicks();
    }
    const happened = whatHappened(before, await allRounds(deps));
    if (happened !== undefined) return happened;
    if (moment.kind === 'improvement') return { kind: 'improvement-due' };
  }
  return { kind: 'moved' };
};

const nextMoment = async (
  deps: Stores & Means,
): Promise<{ readonly kind: 'round' | 'delivery' | 'improvement'; readonly at: Date } | undefined> => {
  const now = deps.clock.now();
  const zone = deps.settings.organisation.timeZone;
  const dueDate = await deps.improvements.nextDueDate(localDate(now, zone));
  const candidates = [
    { kind: 'round' as const, at: await deps.rounds.nextMoment(now) },
    { kind: 'delivery' as const, at: await deps.deliveries.nextDue(now) },
    {
      kind: 'improvement' as const,
      at:
        dueDate === undefined
          ? undefined
          : nextDeliveryMoment(new Date(`${dueDate}T00:00:00Z`), zone, deps.settings, deps.calendar),
    },
  ];
  return candidates
    .flatMap(({ kind, at }) => (at === undefined || at <= now ? [] : [{ kind, at }]))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
};

const allRounds = async (deps: Stores & Means): Promise<Round[]> => {
  const trainings = await deps.trainings.all();
  return (await Promise.all(trainings.map(({ code }) => deps.rounds.ofTraining(code)))).flat();
};

const whatHappened = (before: readonly Round[], after: readonly Round[]): DemoStep | undefined => {
  for (const round of after) {
    const was = before.find(({ id }) => id === round.id);
    if (was === undefined) continue;
    if (was.state !== round.state && round.state === 'closed') return { kind: 'closed', round };
    if (was.state !== round.state && round.state === 'open') return { kind: 'opened', round };
    if (was.remindersDone < round.remindersDone) return { kind: 'reminded', round };
  }
  return undefined;
};
