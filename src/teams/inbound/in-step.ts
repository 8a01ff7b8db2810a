/** Runs work in step with what else comes at the same time. */
export type InStep = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Nobody notices; at hundreds of presses a second it gathers a handful. */
const usualPauseMs = 5;

/**
 * Where many press at the same time, those that come within a moment begin together: they then ask the database the
 * same things at the same time, and that is one request instead of many. Somebody who presses alone does not wait.
 */
export const createInStep = (pauseMs = usualPauseMs): InStep => {
  let underWay = 0;
  let waiting: (() => void)[] = [];

  const beginTogether = (): void => {
    const all = waiting;
    waiting = [];
    for (const begin of all) begin();
  };
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setTimeout(beginTogether, pauseMs);
    });

  return async (work) => {
    const alone = underWay === 0;
    underWay += 1;
    try {
      if (!alone) await turn();
      return await work();
    } finally {
      underWay -= 1;
    }
  };
};
