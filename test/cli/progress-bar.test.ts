import { expect, test } from 'vitest';
import { progressBar } from '../../src/cli/progress-bar.ts';

const shown = (isTTY: boolean, steps: readonly (readonly [number, number])[]): string => {
  const parts: string[] = [];
  const tell = progressBar({ isTTY, write: (part) => parts.push(part) });
  for (const [done, of] of steps) tell(done, of);
  return parts.join('');
};

test('on a terminal a bar grows in its place, and ends with its line', () => {
  expect(
    shown(true, [
      [0, 4],
      [2, 4],
      [4, 4],
    ]).split('\r'),
  ).toEqual([
    '',
    `[${'░'.repeat(30)}] 0%  0 / 4`,
    `[${'█'.repeat(15)}${'░'.repeat(15)}] 50%  2 / 4`,
    `[${'█'.repeat(30)}] 100%  4 / 4\n`,
  ]);
});

test('in a file there is a plain line for each tenth, whatever is told in between', () => {
  const steps = Array.from({ length: 1001 }, (_, done): [number, number] => [done * 20, 20_000]);
  const lines = shown(false, steps).trimEnd().split('\n');
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe('0%  0 / 20,000');
  expect(lines.at(-1)).toBe('100%  20,000 / 20,000');
});

test('nothing to do is done at once', () => {
  expect(shown(false, [[0, 0]])).toBe('100%  0 / 0\n');
});
