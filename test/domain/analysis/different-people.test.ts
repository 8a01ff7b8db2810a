import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differentPeople } from '../../../src/domain/analysis/different-people.ts';
import { attendanceOf, rollOf } from '../../../src/domain/analysis/roll.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';

const { person } = createResponseKeys('a secret of at least thirty-two characters');
/** People `first`, `first + 1` … as they stand on a roll. */
const crowd = (count: number, first = 0) =>
  rollOf(Array.from({ length: count }, (_, index) => person(`p${first + index}` as PersonId)));
const said = (n: number, roll = crowd(n)) => ({ n, roll });

describe('the people behind answers of several rounds', () => {
  it('are counted once however often they answered', () => {
    expect(differentPeople([said(8), said(8), said(8)])).toEqual({ people: 8, weight: 8 });
  });

  it('add up where the rounds have nobody in common', () => {
    const rounds = [said(8), said(5, crowd(5, 8)), said(7, crowd(7, 13))];
    expect(differentPeople(rounds)).toEqual({ people: 20, weight: 20 });
  });

  it('are those of one round about two instructors', () => {
    const roll = crowd(10);
    expect(differentPeople([said(10, roll), said(10, roll)])).toEqual({ people: 10, weight: 10 });
    expect(differentPeople([{ n: 10 }, { n: 9 }])).toEqual({ people: 10, weight: 10 });
  });

  it('are whole people, rather too few than too many', () => {
    const attendance = () => ({
      times: [
        [2, 0.3],
        [1, 9],
      ] as const,
      sure: 1,
    });
    // Of seven answers 0.6 are from 0.3 people who gave two, 6.4 from as many.
    expect(differentPeople([said(3), said(4)], attendance).people).toBe(6);
  });

  it('weigh less where some answered more often than others', () => {
    // Ten people, five of whom came six times: 35² ÷ (5·36 + 5) = 6.6.
    const rounds = [said(10), ...Array.from({ length: 5 }, () => said(5))];
    expect(differentPeople(rounds)).toEqual({ people: 10, weight: 6 });
  });

  it('are the most of one round where who took part is not known', () => {
    expect(differentPeople([{ n: 8 }, { n: 12 }])).toEqual({ people: 12, weight: 12 });
    expect(differentPeople([{ n: 20 }, said(5)])).toMatchObject({ people: 20 });
    expect(differentPeople([])).toEqual({ people: 0, weight: 0 });
  });

  it('are never more, nor weigh more, than those who answered, whichever of a round they were', () => {
    const anyRounds = fc.array(
      fc.uniqueArray(fc.record({ person: fc.nat(14), answers: fc.boolean() }), {
        selector: (one) => one.person,
        minLength: 1,
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(anyRounds, (all) => {
        const rounds = all.filter((round) => round.some(({ answers }) => answers));
        const answered = rounds.map((round) => round.filter(({ answers }) => answers));
        const times = [...Map.groupBy(answered.flat(), (one) => one.person).values()].map(
          (own) => own.length,
        );
        const found = differentPeople(
          rounds.map((round, index) => ({
            n: answered[index]?.length ?? 0,
            roll: rollOf(round.map((one) => one.person)),
          })),
        );
        const sum = times.reduce((total, own) => total + own, 0);
        const squares = times.reduce((total, own) => total + own ** 2, 0);
        expect(found.people).toBeLessThanOrEqual(times.length);
        expect(found.weight).toBeLessThanOrEqual(sum ** 2 / Math.max(1, squares) + 1e-9);
        if (!all.flat().every(({ answers }) => answers)) return;
        expect(found.people).toBe(times.length);
        if (sum > 0) expect(found.weight).toBe(Math.floor(sum ** 2 / squares + 1e-6));
      }),
    );
  });

  it('of many are told by some, the same in every round, and told rather too few', () => {
    const [first, second, small] = [crowd(12_000), crowd(12_000, 6_000), crowd(30, 17_990)];
    expect(first).toMatchObject({ people: 12_000, digests: { length: 1024 } });
    const { people, weight } = differentPeople([said(12_000, first), said(12_000, second), said(30, small)]);
    // 18,020 of them: never more than that, and not a tenth fewer.
    expect(people).toBeGreaterThan(16_000);
    expect(people).toBeLessThan(18_020);
    // 24,030² ÷ (12,000 once and 6,000 twice, hardly anybody else).
    expect(weight / (24_030 ** 2 / 36_050)).toBeGreaterThan(0.88);
    expect(weight).toBeLessThan(24_030 ** 2 / 36_050);
  });

  it('are told apart by their digests alone, in an order that tells nothing', () => {
    expect(rollOf([7, 3, 3, 5])).toEqual({ people: 3, digests: [3, 5, 7] });
    expect(attendanceOf([rollOf([3, 5]), rollOf([5, 7])])).toEqual({
      times: [
        [2, 1],
        [1, 2],
      ],
      sure: 1,
    });
  });
});
