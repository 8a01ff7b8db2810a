import { cleanAddress } from '../kernel/clean-address.ts';
import { isLikeFormula } from '../kernel/seen-text.ts';
import type { Reading } from './reading.ts';
import { trouble } from './reading.ts';

const oneAddress =
  /^[^\s@,;<>()"|]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u;

/** Reads one e-mail address, cleaned (`cleanAddress`); like a name it must not begin as a formula does. */
export const readEmail = (text: string): Reading<string> => {
  const address = cleanAddress(text).replace(/^mailto:/u, '');
  if (address.length > 254 || !oneAddress.test(address) || address.includes('..')) {
    return trouble('email-not-valid');
  }
  if (isLikeFormula(address)) return trouble('text-like-formula');
  return { value: address };
};

/** Reads several addresses separated by semicolons, commas or spaces, in their order, each once. */
export const readEmails = (text: string): Reading<readonly string[]> => {
  const parts = text
    .normalize('NFKC')
    .split(/[\s;,、]+/u)
    .filter((part) => part !== '');
  const addresses = new Set<string>();
  for (const part of parts) {
    const reading = readEmail(part);
    if ('trouble' in reading)
      return reading.trouble.code === 'text-like-formula' ? reading : trouble('email-not-valid', { part });
    addresses.add(reading.value);
  }
  return { value: [...addresses] };
};
