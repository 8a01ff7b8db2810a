import { afterAll, afterEach } from 'vitest';
import { type MortalOffice, startMortalOffice } from './mortal-office.ts';
import { createReserve } from './reserve.ts';

/** An office of a test's own that can be killed; it and the processes in reserve end with the tests. */
export const useMortalOffices = (): (() => Promise<MortalOffice>) => {
  const reserve = createReserve();
  const begun: MortalOffice[] = [];
  afterEach(async () => {
    for (const mortal of begun.splice(0)) await mortal.close();
  });
  afterAll(() => reserve.close());
  return async () => {
    const mortal = await startMortalOffice(reserve);
    begun.push(mortal);
    return mortal;
  };
};
