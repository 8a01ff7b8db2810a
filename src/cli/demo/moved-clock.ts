import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../../domain/kernel/clock.ts';

export interface MovedClock extends Clock {
  /** Moves forward to this moment and remembers it; never back. */
  moveTo(moment: Date): void;
}

/** The demo's clock: real time plus a distance kept in a file, so that a restart does not go back in time. */
export const createMovedClock = (file: string, real: Clock, startAt: Date): MovedClock => {
  const kept = readDistance(file);
  let distance = kept ?? startAt.getTime() - real.now().getTime();
  const now = (): Date => new Date(real.now().getTime() + distance);
  const keep = (): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ distanceMs: distance }));
  };
  if (kept === undefined) keep();
  return {
    now,
    moveTo: (moment) => {
      distance += Math.max(0, moment.getTime() - now().getTime());
      keep();
    },
  };
};

const readDistance = (file: string): number | undefined => {
  try {
    const { distanceMs } = JSON.parse(readFileSync(file, 'utf8'));
    return typeof distanceMs === 'number' ? distanceMs : undefined;
  } catch {
    return undefined;
  }
};
