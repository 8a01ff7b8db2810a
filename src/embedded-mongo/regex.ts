import { BSONRegExp } from 'bson';
import { refusal } from './refusal.ts';

/** Compiles a query's regular expression, given as text or BSON regex with further options (i, m, s, u). */
export function toRegExp(operand: unknown, options: string): RegExp {
  if (typeof operand !== 'string' && !(operand instanceof BSONRegExp))
    throw refusal(2, '$regex has to be a string');
  const pattern = typeof operand === 'string' ? operand : operand.pattern;
  const wanted = options || (typeof operand === 'string' ? '' : operand.options);
  const odd = [...wanted].find((flag) => !'imsu'.includes(flag));
  if (odd) throw refusal(51108, `invalid flag in regex options: ${odd}`);
  // PCRE has these, JavaScript reads them otherwise or not at all.
  if (/\(\?[imsxa#>|R&+]|\(\?P|\\[AzZGQEKRXhH]|[*+?}]\+|\[\[:/.test(pattern.replace(/\\\\/g, ''))) {
    throw refusal(51091, `Regular expression is not supported: ${pattern}`);
  }
  const flags = [...new Set([...wanted].filter((flag) => flag !== 'u'))].join('');
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch {
    try {
      return new RegExp(pattern, flags);
    } catch {
      throw refusal(51091, `Regular expression is invalid: ${pattern}`);
    }
  }
}
