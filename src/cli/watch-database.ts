/** What is needed to tell a database that is away from a connection that no longer finds it. */
export interface WatchedDatabase {
  ping(): Promise<void>;
  /** Whether a connection made just now is answered. */
  answersAnew(): Promise<boolean>;
}

const everyMs = 15_000;
const patienceMs = 5_000;
/** Seen stuck so often in a row, it is stuck. */
const oftenEnough = 3;

/**
 * After a long absence of the database its driver was seen to stay blind to its return. Where a fresh connection is
 * answered and ours is not, again and again, only starting anew helps: `onStuck` is called once. Returns what ends it.
 */
export const watchDatabase = (
  database: WatchedDatabase,
  onStuck: () => void,
  intervalMs = everyMs,
): (() => void) => {
  let stuck = 0;
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    const blind = !(await answersWithin(database.ping())) && (await database.answersAnew());
    looking = false;
    stuck = blind ? stuck + 1 : 0;
    if (stuck < oftenEnough) return;
    clearInterval(timer);
    onStuck();
  };
  const timer = setInterval(() => void look(), intervalMs);
  timer.unref();
  return () => clearInterval(timer);
};

const answersWithin = (ping: Promise<void>): Promise<boolean> =>
  Promise.race([
    ping.then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patienceMs).unref()),
  ]);
