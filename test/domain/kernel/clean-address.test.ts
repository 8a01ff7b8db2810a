import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanAddress } from '../../../src/domain/kernel/clean-address.ts';

const clean = 'li.wei@contoso.example';
/** Each code point by itself, as copied texts carry them. */
const marks = [
  ...Array.from({ length: 5 }, (_, n) => 0x200b + n),
  ...Array.from({ length: 5 }, (_, n) => 0x202a + n),
  ...Array.from({ length: 10 }, (_, n) => 0x2060 + n),
  ...[0xfeff, 0x00ad, 0x034f, 0x061c, 0x180e, 0xfe00, 0xfe0e, 0xfe0f, 0xe0100, 0xe01ef, 0xe0020],
].map((code) => String.fromCodePoint(code));
const spaces = ['\u00a0', '\u3000', ' ', '\t', '\u2009'];

test.each(marks.map((mark) => [(mark.codePointAt(0) ?? 0).toString(16), mark]))(
  'U+%s is not seen and does not count, wherever it stands',
  (_, mark) => {
    for (let at = 0; at <= clean.length; at += 1)
      expect(cleanAddress(clean.slice(0, at) + mark + clean.slice(at))).toBe(clean);
  },
);

test('spaces around it, of whatever kind, do not count; one inside stays and makes it no address', () => {
  for (const space of spaces) {
    expect(cleanAddress(`${space}${clean}${space}`)).toBe(clean);
    expect(cleanAddress(`li.${space}wei@contoso.example`)).not.toBe(clean);
  }
});

test.each([
  'Li.Wei@Contoso.Example',
  'ｌｉ．ｗｅｉ＠ｃｏｎｔｏｓｏ．ｅｘａｍｐｌｅ',
  'li.wei﹫contoso。example',
  'li｡wei@contoso.example',
])('%s is the same address', (typed) => {
  expect(cleanAddress(typed)).toBe(clean);
});

test('what is clean stays as it is, whatever it was made of', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 40 });
  const isStable = (text: string) => cleanAddress(cleanAddress(text)) === cleanAddress(text);
  expect(fc.check(fc.property(anything, isStable), { numRuns: 2000 }).counterexample).toBeNull();
});
