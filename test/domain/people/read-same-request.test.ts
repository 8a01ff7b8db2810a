import { expect, test } from 'vitest';
import { pairsIn } from '../../../src/domain/people/read-same-request.ts';

test.each([
  ['anna.berg@contoso.com berg@contoso.com', [['anna.berg@contoso.com', 'berg@contoso.com']]],
  ['Anna Berg, Anna Berger', [['Anna Berg', 'Anna Berger']]],
  ['李伟，李玮', [['李伟', '李玮']]],
  ['李伟 和 李玮', [['李伟', '李玮']]],
  ['Anna Berg is berg@contoso.com', [['Anna Berg', 'berg@contoso.com']]],
  ['Anna Berg berg@contoso.com', [['Anna Berg', 'berg@contoso.com']]],
  ['周和平 李伟', [['周和平', '李伟']]],
])('of what is typed, %s, the first stays and the second is the same', (typed, pairs) => {
  expect(pairsIn(typed)).toEqual(pairs);
});

test('without anything in between, every way to part the words may be meant', () => {
  expect(pairsIn('Li Wei Anna')).toEqual([
    ['Li', 'Wei Anna'],
    ['Li Wei', 'Anna'],
  ]);
});

test.each(['', 'Anna', 'a@x.com', 'Anna, Berg, Emil'])('one, none or three are no two: %j', (typed) => {
  expect(pairsIn(typed)).toEqual([]);
});
