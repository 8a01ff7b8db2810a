import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textTable } from '../../../src/cli/text-table.ts';
import { isLikeFormula, seenLine, seenText } from '../../../src/domain/kernel/seen-text.ts';
import { plainText } from '../../../src/domain/questionnaires/plain-text.ts';
import { readEmail, readEmails } from '../../../src/domain/rosters/roster-email.ts';
import { cleanCell, readText } from '../../../src/domain/rosters/roster-text.ts';
import { visibleText } from '../../../src/teams/commands/visible-text.ts';
import { drawn } from '../../support/how-often.ts';

const marks = [
  '\u202E',
  '\u202A',
  '\u2066',
  '\u2069',
  '\u200E',
  '\u200F',
  '\u061C',
  '\u00AD',
  '\u200B',
  '\u2060',
  '\uFEFF',
];
const turning = /[\p{Bidi_Control}\u00AD\u200B\u2060\uFEFF]|(?!\n)\p{Cc}/u;
const anything = fc.array(
  fc.constantFrom(...marks, '\u001B', '\u0000', '\uD800', 'a', '李', '=', ' ', '\n', '👩‍💻'),
  {
    maxLength: 10,
  },
);

describe('what people’s text brings along unseen', () => {
  it.each([
    ['a name or title of a roster', cleanCell],
    ['a comment or measure', plainText],
    ['a sentence typed to the bot', (text: string) => visibleText(text, [], '28:bot')],
    ['a name Teams tells', seenLine],
    [
      'a line of a table on a terminal',
      (text: string) => textTable(['a', 'b', 'c'], [[text, '', '']]).join('|'),
    ],
  ])('goes from %s, halves of letters too', (_where, clean) => {
    fc.assert(
      fc.property(anything, (parts) => {
        const text = clean(parts.join(''));
        expect(text).not.toMatch(turning);
        expect(text.isWellFormed()).toBe(true);
      }),
      drawn(60),
    );
  });

  it('does not hide a formula', () => {
    for (const mark of marks) {
      expect(readText(cleanCell(`${mark}=cmd()`))).toEqual({ trouble: { code: 'text-like-formula' } });
      expect(readEmail(`${mark}=cmd@example.com`)).toEqual({ trouble: { code: 'text-like-formula' } });
    }
  });

  it('leaves what joins letters, and lines where lines are meant', () => {
    expect(seenText('👩‍💻\r\nمی‌خواهم')).toBe('👩‍💻\nمی‌خواهم');
  });
});

describe('what a spreadsheet would run', () => {
  it.each(['=cmd@example.com', '+1@example.com', '-x@example.com', '＝cmd@example.com'])(
    'is no address: %s',
    (text) => {
      expect(readEmail(text)).toEqual({ trouble: { code: 'text-like-formula' } });
      expect(readEmails(`a@example.com; ${text}`)).toEqual({ trouble: { code: 'text-like-formula' } });
    },
  );

  it('is told by its first sign alone', () => {
    expect(['=a', '+a', '-a', '@a', '#a'].every(isLikeFormula)).toBe(true);
    expect(['a=', "O'Neil", '(a)', '1+1'].some(isLikeFormula)).toBe(false);
  });
});
