/**
 * Who took part in a round, to tell people apart over rounds and no more: digests under the secret, lowest first. They say
 * what the ledger says beside them, and nothing of answers. Of many people it holds those with the lowest digests: the same
 * people in every round, as good as drawn.
 */
export interface Roll {
  /** How many took part. */
  readonly people: number;
  readonly digests: readonly number[];
}

/** So many digests stand for however many people, so that a report costs by its rounds; they tell numbers to within 6 %. */
const mostDigests = 1024;

export const rollOf = (digests: Iterable<number>): Roll => {
  const sorted = [...new Set(digests)].sort((one, other) => one - other);
  return { people: sorted.length, digests: sorted.slice(0, mostDigests) };
};

/** How often people took part: a number of people by times, of several rounds. */
export interface Attendance {
  /** From the most times down. */
  readonly times: readonly (readonly [times: number, people: number])[];
  /** Sure of so much of it: of drawn people two standard errors less. */
  readonly sure: number;
}

/** How often the people of these rolls are on them. */
export const attendanceOf = (rolls: readonly Roll[]): Attendance => {
  // Below the lowest that some roll ends at, all of them are complete.
  const ends = rolls.flatMap(({ people, digests }) => (people > digests.length ? [digests.at(-1) ?? 0] : []));
  const end = ends.length === 0 ? Infinity : Math.min(...ends);
  const often = new Map<number, number>();
  for (const { digests } of rolls) {
    for (const digest of digests) {
      if (digest >= end) break;
      often.set(digest, (often.get(digest) ?? 0) + 1);
    }
  }
  const byTimes = new Map<number, number>();
  let drawn = 0;
  for (const times of often.values()) {
    byTimes.set(times, (byTimes.get(times) ?? 0) + 1);
    drawn += times;
  }
  const all = rolls.reduce((sum, { people }) => sum + people, 0);
  return {
    times: [...byTimes]
      .sort(([one], [other]) => other - one)
      .map(([times, people]) => [times, (people * all) / drawn]),
    sure: end === Infinity ? 1 : 1 - 2 / Math.sqrt(often.size),
  };
};

/** A roll on which whoever was found to be another since has that one's digest. */
export const rollOfOnes = (roll: Roll, ones: ReadonlyMap<number, number>): Roll => {
  if (!roll.digests.some((digest) => ones.has(digest))) return roll;
  const isWhole = roll.people === roll.digests.length;
  const end = isWhole ? Infinity : (roll.digests.at(-1) ?? 0);
  const found = rollOf(roll.digests.map((digest) => ones.get(digest) ?? digest).filter((one) => one <= end));
  return isWhole ? found : { ...found, people: roll.people };
};
