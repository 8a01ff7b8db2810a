import { cleanAddress } from '../kernel/clean-address.ts';
import { isLikeFormula } from '../kernel/seen-text.ts';
import type { Reading } from './reading.ts';
import { trouble } from './reading.ts';

const oneAddress =
  /^[^\s@,;:<>()"|]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u;
/** As mail programs copy it: `Li Wei <li@contoso.example>`. A name with @ could be another address. */
const named = /^[^<>@]*<([^<>]+)>$|^[^()@]+\(([^()\s]+@[^()\s]+)\)$/u;
/** One mark only: `li@contoso.exam...` was cut off and is no address. */
const markBehind = /[;,.]$/u;
const quoted = /^(?:"([^"]*)"|'([^']*)'|“([^”]*)”|‘([^’]*)’)$/u;

/** Far more than an address and a name beside it, and than all who may teach one training. */
const longestOne = 600;
const longestList = 10_000;

/** Reads one e-mail address, cleaned (`cleanAddress`), alone or behind a name; like a name it must not begin as a formula does. */
export const readEmail = (text: string): Reading<string> => {
  const reading = readOne(text);
  const isOne = 'value' in reading || reading.trouble.code !== 'email-not-valid';
  if (isOne || text.indexOf('@') === text.lastIndexOf('@')) return reading;
  // Somebody’s line names two people.
  return 'value' in readEmails(text) ? trouble('several-people') : reading;
};

const readOne = (text: string): Reading<string> => {
  if (text.length > longestOne) return trouble('text-too-long', { limit: longestOne });
  const clean = cleanAddress(text);
  const bare = unquoted(nameless(clean));
  const address = bare.replace(/^mailto:/u, '');
  if (address.length > 254 || !oneAddress.test(address) || address.includes('..')) {
    return trouble('email-not-valid');
  }
  if (isLikeFormula(address)) return trouble('text-like-formula');
  // A domain of another script ends in its own letters, or in .com: the part before @ has none of both.
  if (address.split(/[@.]/u).some((part) => lookAlike.test(part))) return trouble('email-two-scripts');
  return { value: address };
};

/** What stands in brackets behind a name: `Li Wei <li@contoso.example>`, `李伟（li@contoso.example）`. */
const nameless = (text: string): string => {
  const [, pointed, round] = named.exec(text.replace(markBehind, '')) ?? [];
  return pointed?.trim() ?? round ?? text;
};

/** Letters that look like Latin ones and are not. */
const lookAlike =
  /\p{Script=Latin}.*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}].*\p{Script=Latin}/u;

/** Without one mark behind it and one pair of quotes around it, whichever is outside. */
const unquoted = (text: string): string => {
  const outside = text.replace(markBehind, '').trim();
  const [, ...inside] = quoted.exec(outside) ?? [];
  const within = inside.find((part) => part !== undefined);
  return within === undefined ? outside : within.trim().replace(markBehind, '').trim();
};

/** A comma in a quoted name divides nothing: `"Li, Wei" <li@contoso.example>`. */
const quotedName = /"[^"]*"(?=\s*<)/gu;
/** These divide addresses only behind a whole one: names, and the part before @, may hold them. */
const dividesBehindAddress =
  /(?<=\.\p{L}{2,63}["'”’]?)\s*[/|&]\s*|(?<=\.[a-z]{2,63}["'”’]?)\s*[和与及](?=\s|$|[^\s@;,.][^\s@;,]{0,63}@)/giu;
const word = /\s(?:and|&|和|与|及)\s/giu;

/** Reads several addresses, each alone or behind a name, whatever people put between them; in their order, each once. */
export const readEmails = (text: string): Reading<readonly string[]> => {
  if (text.length > longestList) return trouble('text-too-long', { limit: longestList });
  const parts = text
    .normalize('NFKC')
    .replace(quotedName, (name) => name.replace(/[;,、]/gu, ' '))
    .replace(/>\s*[./|&和与及]?/gu, '>;')
    .replace(dividesBehindAddress, ';')
    .replace(word, ';')
    .split(/[;,、]/u)
    .flatMap((part) => (part.includes('<') ? [part.trim()] : part.split(/\s+/u)))
    .filter((part) => part !== '');
  const addresses = new Set<string>();
  for (const part of parts) {
    const reading = readOne(part);
    if ('trouble' in reading)
      return reading.trouble.code === 'text-like-formula' ? reading : trouble('email-not-valid', { part });
    addresses.add(reading.value);
  }
  return { value: [...addresses] };
};
