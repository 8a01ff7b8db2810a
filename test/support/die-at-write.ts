import { aroundRequests, writing } from './around-requests.ts';

/**
 * Does something until its so-manieth write (from 1) is about to be sent, or was answered: there the process is as
 * dead, and so is whatever it does after. True: it died. Of one test at a time, for it reaches every connection.
 */
export const dieAtWrite = async (
  nth: number,
  when: 'before' | 'after',
  work: () => Promise<unknown>,
): Promise<boolean> => {
  let writes = 0;
  let died = false;
  const die = (): never => {
    died = true;
    throw new Error('killed');
  };
  const mortal = async (_request: string, send: () => unknown): Promise<unknown> => {
    writes += 1;
    if (died || (writes === nth && when === 'before')) die();
    const answer = await send();
    if (writes === nth && when === 'after') die();
    return answer;
  };
  try {
    await aroundRequests(writing, mortal, work);
  } catch (error) {
    if (!died) throw error;
  }
  return died;
};
