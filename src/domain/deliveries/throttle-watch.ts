/** One answer of the channel: whether it asked for less, and to which address. */
interface Answer {
  readonly at: number;
  readonly throttled: string | undefined;
}

/**
 * A channel that asks for less does not say whether that is about one address or about all (TEAMS.md §1.1). One
 * address told to wait is that address; when several different ones are, and most of what was asked within a second
 * was turned down, it is all of them.
 */
export const createThrottleWatch = (several = 3, withinMs = 1000) => {
  let answers: Answer[] = [];
  const note = (answer: Answer): void => {
    answers = answers.filter(({ at }) => Math.abs(answer.at - at) < withinMs);
    answers.push(answer);
  };
  return {
    passed: (at: number): void => note({ at, throttled: undefined }),
    /** Whether this is the answer that tells of all. */
    concernsAll: (to: string, at: number): boolean => {
      note({ at, throttled: to });
      const told = answers.flatMap(({ throttled }) => throttled ?? []);
      if (new Set(told).size < several || told.length * 2 <= answers.length) return false;
      answers = [];
      return true;
    },
  };
};
