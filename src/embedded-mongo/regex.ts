import { BSONRegExp } from 'bson';
import { refusal } from './refusal.ts';

// Known to PCRE; JavaScript lacks them or reads them otherwise.
const foreign = /\(\?[imsxa#>|R&+]|\(\?P|\\[AzZGQEKRXhH]|[*+?}]\+|\[\[:/;

// The pieces of a pattern that mean something else in JavaScript: escapes, classes, `.` and `$`.
const pieces = /\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|[.$]/g;

/** Compiles a query's regular expression, given as text or BSON regex with further options (i, m, s, u). */
export function toRegExp(operand: unknown, options: string): RegExp {
  if (typeof operand !== 'string' && !(operand instanceof BSONRegExp))
    throw refusal(2, '$regex has to be a string');
  const pattern = typeof operand === 'string' ? operand : operand.pattern;
  const wanted = options || (typeof operand === 'string' ? '' : operand.options);
  const odd = [...wanted].find((flag) => !'imsu'.includes(flag));
  if (odd) throw refusal(51108, `invalid flag in regex options: ${odd}`);
  if (foreign.test(pattern.replace(/\\\\/g, '')))
    throw refusal(51091, `Regular expression is not supported: ${pattern}`);
  const translated = pattern.replace(pieces, (piece) => {
    if (piece === '.') return wanted.includes('s') ? '[^]' : '[^\\n]';
    if (piece === '$') return wanted.includes('m') ? '(?=\\n|(?![^]))' : '(?=\\n?(?![^]))';
    return piece
      .replace(/\\s/g, piece.startsWith('[') ? ' \\t\\n\\v\\f\\r' : '[ \\t\\n\\v\\f\\r]')
      .replace(/^\\S$/, '[^ \\t\\n\\v\\f\\r]');
  });
  const flags = [...new Set(wanted)].filter((flag) => flag === 'i' || flag === 'm').join('');
  for (const mode of ['u', '']) {
    try {
      return new RegExp(translated, flags + mode);
    } catch {
      // Without `u`, JavaScript allows more escapes.
    }
  }
  throw refusal(51091, `Regular expression is invalid: ${pattern}`);
}
