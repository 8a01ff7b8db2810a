/** What may be logged of an unexpected error: its kind and where it arose, not its text, which may quote what somebody wrote. */
export const problemOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [`${error.name}${code}`, ...frames.slice(0, 6).map((line) => line.trim())].join(' | ');
};
