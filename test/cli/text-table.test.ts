import { expect, test } from 'vitest';
import { textTable } from '../../src/cli/text-table.ts';

test('columns stand under each other, Chinese characters taking two places', () => {
  const lines = textTable(
    ['行', 'Column', '哪里不对', 'right'],
    [
      ['3', '邮箱', '不是邮箱地址', 'x'],
      ['12', 'email', '没有填写', 'y'],
    ],
  );
  expect(lines).toEqual([
    '行  Column  哪里不对      right',
    '──  ──────  ────────────  ─────',
    '3   邮箱    不是邮箱地址  x',
    '12  email   没有填写      y',
  ]);
});

test('a long cell is cut, a sentence is not', () => {
  const long = '很长'.repeat(50);
  const [, , line] = textTable(['a', 'b', 'c'], [[long, long, long]]);
  expect(line).toBe(`${'很长'.repeat(7)}很…  ${long}  ${long}`);
});
