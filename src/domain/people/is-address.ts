import { cleanAddress } from '../kernel/clean-address.ts';

/** Whether this is one e-mail address and nothing else; in Chinese a sentence may stand right beside one. */
export const isAddress = (text: string): boolean =>
  /^(?:(?!\p{Script=Han})[^\s@,;，；、])+@(?:(?!\p{Script=Han})[^\s@,;，；、])+$/u.test(cleanAddress(text));
