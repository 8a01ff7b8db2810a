import { expect, test } from 'vitest';
import { spaced } from '../../src/wording/spaced.ts';

test.each([
  ['赵磊 Zhao Lei', '好的，赵磊 Zhao Lei 现在是教练。'],
  ['赵磊', '好的，赵磊现在是教练。'],
  ['Lei 磊', '好的，Lei 磊现在是教练。'],
  ['（3）', '好的，（3）现在是教练。'],
])('Chinese is parted from what is put in only where letters or digits would touch it: %s', (name, said) => {
  expect(spaced`好的，${name}现在是教练。`).toBe(said);
});

test('what stands side by side is parted, too, and nothing is parted twice', () => {
  expect(spaced`由${'Bo'}${'和'}${7}人，约 ${3} 分钟`).toBe('由 Bo 和 7 人，约 3 分钟');
  expect(spaced`${''}完`).toBe('完');
});
