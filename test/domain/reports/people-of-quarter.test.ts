import { describe, expect, it } from 'vitest';
import { hidden } from '../../../src/domain/analysis/told.ts';
import { answeredBefore } from '../../../src/domain/followups/answered-before.ts';
import type { Visit } from '../../../src/domain/followups/visit.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { peopleOfQuarter, type ToldRound } from '../../../src/domain/reports/people-of-quarter.ts';
import { tellPeople } from '../../../src/domain/reports/tell-people.ts';
import { buildRound, buildVisit } from '../../support/build-round.ts';

const round = buildRound();
const names = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `p${first + index}`);
const visit = (person: string, changes: Partial<Visit> = {}): Visit =>
  buildVisit(round, { person, answers: {}, visit: changes }, 0);
const visits = (people: readonly string[], changes: Partial<Visit> = {}): Visit[] =>
  people.map((person) => visit(person, changes));
const unanswered = { state: 'expired' } as const;

/** As a round is told whose result says that so many answered. */
const told = (own: readonly Visit[], everybody: readonly Visit[] = own, answered?: number): ToldRound => {
  const due = own.filter(({ excuse }) => excuse !== 'withdrawn');
  const live = due.filter(({ state }) => state === 'answered').length;
  return {
    people: { due: due.length, answered: answered ?? live, excused: 0 },
    visits: own,
    everybody,
  };
};

describe('the people of a quarter', () => {
  const everybody = (...rounds: ToldRound[]) => peopleOfQuarter(rounds, false, 5);
  const part = (...rounds: ToldRound[]) => peopleOfQuarter(rounds, true, 5);

  it('whoever answered when the round had closed is counted once the round counts them', () => {
    const own = [...visits(names(0, 11)), visit('p11', { late: true })];
    expect(everybody(told(own, own, 11))).toEqual({ due: 12, answered: 11, excused: 0 });
    expect(everybody(told(own, own, 12))).toEqual({ due: 12, answered: 12, excused: 0 });
    // Of six who came late five were taken in.
    const six = [...visits(names(0, 6)), ...visits(names(6, 6), { late: true })];
    expect(everybody(told(six, six, 11))).toMatchObject({ answered: 11 });
    // Answered in another round, whatever of this one.
    const again = visits(names(0, 12));
    expect(everybody(told(own, own, 11), told(again))).toMatchObject({ answered: 12 });
  });

  it('two found to be one since are one, in every round: nobody is had by the difference', () => {
    const first = names(1, 5).map((person) =>
      visit(person.replace('p', 'b'), { countsFor: person as PersonId }),
    );
    const second = [...visits(names(1, 5), unanswered), visit('q')];
    expect(everybody(told(first), told(second))).toBe(hidden);
    expect(part(told(first), told(second))).toBe(hidden);
    expect(everybody(told(first), told(second.slice(0, 5)))).toEqual({ due: 5, answered: 5, excused: 0 });
  });

  it('of a part of the people is told only if each round brought none or enough who are new', () => {
    const first = visits(names(0, 5));
    const second = visits(names(2, 5));
    const third = visits(names(7, 8));
    // All fifteen are apart from each round by enough, but the second brought two.
    expect(part(told(first), told(second), told(third))).toBe(hidden);
    expect(everybody(told(first), told(second), told(third))).toMatchObject({ due: 15 });
    expect(part(told(first), told(visits(names(5, 10))))).toMatchObject({ due: 15 });
  });

  it('of a part of the people is told only if all others of its rounds are none or enough', () => {
    const own = visits(names(0, 5));
    const with4 = [...own, ...visits(names(20, 4))];
    const with5 = [...own, ...visits(names(20, 5))];
    expect(part(told(own, with4))).toBe(hidden);
    expect(part(told(own, with5))).toMatchObject({ due: 5 });
  });
});

describe('how far few people are', () => {
  const today = '2026-07-20';
  const open = buildRound({ state: 'open' });
  const words = (own: readonly Visit[]) =>
    tellPeople({ round: open, everybody: own, own, part: undefined, frozen: undefined }, 5, today);
  const yesterday = { state: 'answered', answeredOn: '2026-07-19' } as const;
  const due = { state: 'due' } as const;
  const withdrawn = (stood?: Visit['stood']): Partial<Visit> => ({
    state: 'excused',
    excuse: 'withdrawn',
    endedOn: today,
    ...(stood === undefined ? {} : { stood }),
  });

  it('is told by the same word before and after one is taken off the roster, whatever they had done', () => {
    for (const others of [0, 1, 2, 3, 4, 5])
      for (const [before, after] of [
        [due, withdrawn()],
        [yesterday, withdrawn(yesterday)],
      ]) {
        const rest = [...visits(names(0, others), yesterday), ...visits(names(others, 5 - others), due)];
        expect(words([...rest, visit('q', after)])).toEqual(words([...rest, visit('q', before)]));
      }
  });

  it('does not change on the day somebody answers, or takes their answers back', () => {
    const today2 = { state: 'answered', answeredOn: today } as const;
    expect(answeredBefore(visit('q', today2), today)).toBe(false);
    expect(answeredBefore(visit('q', yesterday), today)).toBe(true);
    const away = { state: 'excused', excuse: 'did-not-attend', endedOn: today, stood: yesterday } as const;
    expect(answeredBefore(visit('q', away), today)).toBe(true);
    expect(answeredBefore(visit('q', away), '2026-07-21')).toBe(false);
  });
});
