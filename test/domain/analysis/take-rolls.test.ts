import { expect, it } from 'vitest';
import type { Shown } from '../../../src/domain/analysis/disclosure.ts';
import { rollOf } from '../../../src/domain/analysis/roll.ts';
import { takingRolls } from '../../../src/domain/analysis/take-rolls.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';

const { person: digestOf } = createResponseKeys('a secret of at least thirty-two characters');
const [kept, other, away] = ['kept', 'other', 'away'] as PersonId[] as [PersonId, PersonId, PersonId];
const shown: Shown = {
  whole: {
    completion: { due: 3, answered: 2, started: 0, declined: 0, excused: 0 },
    items: { any: { n: 5, sum: 20, sumOfSquares: 80, histogram: { 4: 5 } } },
  },
  parts: [],
  comments: {},
  texts: [],
};

it('the roll of a round names by whom it was taken part, each by whom their visit counts for', () => {
  const rolls = takingRolls(digestOf);
  rolls.add({ visit: { person: other, countsFor: kept, department: 'Sales' }, tookPart: true });
  rolls.add({ visit: { person: away, department: 'Sales' }, tookPart: false });
  expect(rolls.with(shown).whole.roll).toEqual(rollOf([digestOf(kept)]));
});
