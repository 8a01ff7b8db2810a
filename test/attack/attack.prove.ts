import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { earlierVersion } from '../support/earlier-version.ts';
import { score } from './score.ts';
import { underAttack } from './under-attack.ts';

let version: Awaited<ReturnType<typeof earlierVersion>>;
beforeAll(async () => {
  version = await earlierVersion('1226a1e');
});
afterAll(async () => {
  await version?.remove();
});

// Found in November 2026 on commit 1226a1e, while the round was open, closed, and after the product had stopped: all 759
// answers of all 54 people by their order, 16 of them once more by the times in the memory of replies, 128 by groups of one,
// the writers of the 4 longest comments by the size of what is stored.
test('before answers were sealed, an attack without the secret joined nearly all of them to their people', async () => {
  const { truth, raids } = await underAttack(version.folder);
  const scores = raids.map(({ when, claims }) => ({ when, ...score(claims, truth) }));
  console.log(scores);
  expect(scores.map(({ when }) => when)).toEqual(['open', 'closed', 'stopped']);
  for (const { exposed, people } of scores) expect(exposed).toBeGreaterThan(0.9 * people);
  // By the times, too, where the machine is fast enough to tell one from the next.
  const ways = Object.keys(Object.assign({}, ...scores.map(({ by }) => by)));
  expect(ways).toEqual(expect.arrayContaining(['group of one', 'order', 'size']));
});

test('nobody without the secret joins a single answer to anybody, and no page lies open', async () => {
  const { truth, raids } = await underAttack(resolve(import.meta.dirname, '../..'));
  const scores = raids.map(({ when, claims }) => ({ when, ...score(claims, truth) }));
  console.log(scores);
  expect(scores.map(({ when }) => when)).toEqual(['open', 'closed', 'stopped']);
  for (const { answers, joined, exposed } of scores) {
    expect(answers).toBeGreaterThan(500);
    expect([joined, exposed]).toEqual([0, 0]);
  }
  const comments = [...truth.values()].flatMap((said) =>
    [...said.values()].filter((text) => text.includes(':')),
  );
  expect(comments.length).toBeGreaterThan(20);
  // Comments are shown word for word once their round is closed; before, nowhere.
  const [open] = raids;
  const files = open?.hoard.files ?? [];
  const lying = comments.filter((text) => files.some(({ bytes }) => bytes.includes(text)));
  expect(lying).toEqual([]);
  expect(files.length).toBeGreaterThan(2);
});
