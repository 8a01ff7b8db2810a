import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { languages } from '../../../src/domain/kernel/text.ts';

type Block = Record<string, unknown>;

const folder = resolve(import.meta.dirname, '../../../cards');
const templates = readdirSync(folder).filter((file) => /^[\w-]+\.json$/.test(file));

/** Every part of a template or card that draws something, with where it stands. */
const blocks = (value: unknown, path: string): [string, Block][] => {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, one]) => blocks(one, `${path}.${key}`));
  return Array.isArray(value) || !('type' in value) ? inside : [[path, value as Block], ...inside];
};

/** All blocks of the templates by their places, and all that the samples draw. */
const all = new Map<string, Block>();
const drawn: Block[] = [];

beforeAll(async () => {
  // Other files run in this process too: these templates are marked, and nobody else's.
  vi.resetModules();
  // Each block is given its place as a name before the cards are made of the templates; it comes out where it is drawn.
  for (const file of templates) {
    const { default: template } = (await import(join(folder, file))) as { default: unknown };
    for (const [path, block] of blocks(template, file)) {
      block.drawnFrom = path;
      all.set(path, block);
    }
  }
  const { cardSamples } = await import('../../support/card-samples.ts');
  for (const { card } of cardSamples)
    for (const language of languages) drawn.push(...blocks(card(language), '').map(([, block]) => block));
});

afterAll(() => vi.resetModules());

/** The block that this one stands in. */
const around = (path: string): string =>
  [...all.keys()].filter((one) => path.startsWith(`${one}.`)).reduce((a, b) => (a.length > b.length ? a : b));

it('every block of every card is drawn by a sample, so that it is looked at and tested in both languages', () => {
  const seen = new Set(drawn.map(({ drawnFrom }) => drawnFrom));
  expect(all.size).toBeGreaterThan(200);
  expect([...all.keys()].filter((path) => !seen.has(path))).toEqual([]);
});

it('every block with a condition is also left out by a sample that draws what it stands in', () => {
  const conditional = [...all].filter(([, block]) => '$when' in block).map(([path]) => path);
  const isLeftOut = (path: string): boolean =>
    drawn
      .filter(({ drawnFrom }) => drawnFrom === around(path))
      .some((block) => !blocks(block, '').some(([, { drawnFrom }]) => drawnFrom === path));
  expect(conditional.length).toBeGreaterThan(10);
  expect(conditional.filter((path) => !isLeftOut(path))).toEqual([]);
});
