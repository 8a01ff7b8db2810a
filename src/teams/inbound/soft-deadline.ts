/** Teams hangs up after 5 s and asks again; a sentence is ready well before. */
export const softDeadlineMs = 4_000;

/** What `work` gives, or `late()` when it is not done in time; the work itself goes on and may not throw. */
export const withinDeadline = async <Result>(
  work: Promise<Result>,
  deadlineMs: number,
  late: () => Result,
): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<Result>((resolve) => {
    timer = setTimeout(() => resolve(late()), deadlineMs);
  });
  try {
    return await Promise.race([work, alarm]);
  } finally {
    clearTimeout(timer);
  }
};
