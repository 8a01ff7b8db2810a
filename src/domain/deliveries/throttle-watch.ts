/** One answer of Teams: about which conversation, and whether it said 429. */
interface Answer {
  readonly at: number;
  readonly throttled: string | undefined;
}

/**
 * Teams does not say whether a 429 is about the conversation or about the whole tenant. One conversation told to
 * wait is that conversation; when several different ones are, and most of what was asked within a second was
 * turned down, it is the tenant.
 */
export const createThrottleWatch = (several = 3, withinMs = 1000) => {
  let answers: Answer[] = [];
  const note = (answer: Answer): void => {
    answers = answers.filter(({ at }) => Math.abs(answer.at - at) < withinMs);
    answers.push(answer);
  };
  return {
    passed: (at: number): void => note({ at, throttled: undefined }),
    /** Whether this 429 is the one that tells of the tenant. */
    concernsTenant: (conversation: string, at: number): boolean => {
      note({ at, throttled: conversation });
      const told = answers.flatMap(({ throttled }) => throttled ?? []);
      if (new Set(told).size < several || told.length * 2 <= answers.length) return false;
      answers = [];
      return true;
    },
  };
};
