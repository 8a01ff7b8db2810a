/**
 * Teams does not say whether a 429 is about the conversation or about the whole tenant. One conversation told to
 * wait is that conversation; several different ones within a second are the tenant.
 */
export const createThrottleWatch = (several = 3, withinMs = 1000) => {
  let told: { readonly conversation: string; readonly at: number }[] = [];
  return {
    concernsTenant: (conversation: string | undefined, at: number): boolean => {
      told = told.filter((one) => Math.abs(at - one.at) < withinMs);
      told.push({ conversation: conversation ?? '', at });
      const different = new Set(told.map((one) => one.conversation)).size;
      if (different < several) return false;
      told = [];
      return true;
    },
  };
};
