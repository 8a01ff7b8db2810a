import { cleanAddress } from '../kernel/clean-address.ts';
import type { Reading } from './reading.ts';
import { trouble } from './reading.ts';

const oneAddress =
  /^[^\s@,;<>()"|]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u;

/** Reads one e-mail address, cleaned (`cleanAddress`). */
export const readEmail = (text: string): Reading<string> => {
  const address = cleanAddress(text).replace(/^mailto:/u, '');
  if (address.length > 254 || !oneAddress.test(address) || address.includes('..')) {
    return trouble('email-not-valid');
  }
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
    if ('trouble' in reading) return trouble('email-not-valid', { part });
    addresses.add(reading.value);
  }
  return { value: [...addresses] };
};
