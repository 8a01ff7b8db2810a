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
  const ways = Object.keys(Object.assign({}, ...scores.map(({ by }) => by))).sort();
  expect(ways).toEqual(['group of one', 'order', 'size', 'time']);
});
