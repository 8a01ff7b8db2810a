import type { ConnectOptions } from 'mongoose';

/**
 * Said in a URI these would weaken what is promised: the driver (mongodb 7.8) believes the URI's `journal` and
 * `readPreference` over a write concern given in code. So they are taken out of it.
 */
const ours = ['w', 'j', 'journal', 'fsync', 'readpreference', 'readpreferencetags', 'maxstalenessseconds'];

/** The same URI without a word about how safely is written and from where is read. */
export const withoutWeakening = (uri: string): string => {
  const [place = '', query] = uri.split('?', 2);
  if (query === undefined) return uri;
  const kept = query.split('&').filter((option) => !ours.includes(optionName(option)));
  return kept.length === 0 ? place : `${place}?${kept.join('&')}`;
};

const optionName = (option: string): string =>
  decodeURIComponent(option.split('=', 1)[0] ?? '').toLowerCase();

/** What was acknowledged survives the loss of a server and of its power; what is read is the latest (decision 18). */
export const forced = {
  w: 'majority',
  journal: true,
  readPreference: 'primary',
} as const satisfies ConnectOptions;
