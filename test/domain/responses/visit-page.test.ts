import { describe, expect, it, test } from 'vitest';
import { instructorOf } from '../../../src/domain/analysis/answer-key.ts';
import type { Round } from '../../../src/domain/followups/round.ts';
import type { Visit } from '../../../src/domain/followups/visit.ts';
import type { Response } from '../../../src/domain/responses/response.ts';
import {
  type OpenVisit,
  openVisit,
  refuseUnlessOpen,
  refuseUnlessRoundOpen,
} from '../../../src/domain/responses/visit-page.ts';
import { aRound, at, aVisit } from '../../store/samples.ts';
import { startOffice } from '../../support/office-under-test.ts';
import { participant } from '../../support/roster-lines.ts';
import { roundOf } from '../../support/round-of.ts';
import { openCourse, sellingCourse } from '../../support/selling-course.ts';

const dueAt = at('16T16:00');
const justBefore = new Date(dueAt.getTime() - 1);

const asked = (round: Partial<Round>, visit: Partial<Visit> = {}, response?: Partial<Response>): OpenVisit =>
  ({
    round: aRound({ dueAt, ...round }),
    visit: aVisit(visit),
    response: response && { revisions: [], complete: false, withdrawn: false, ...response },
  }) as unknown as OpenVisit;
const refusalOf = (refuse: () => void): string | undefined => {
  try {
    refuse();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const answered = (open: OpenVisit, now: Date) => refusalOf(() => refuseUnlessOpen(open, { now: () => now }));
const reached = (open: OpenVisit, now: Date) =>
  refusalOf(() => refuseUnlessRoundOpen(open, { now: () => now }));

describe('answers are taken', () => {
  it('while the round is open, to the last instant of its due day', () => {
    expect(answered(asked({ state: 'open' }), justBefore)).toBeUndefined();
    expect(answered(asked({ state: 'open' }), dueAt)).toBe('round-closed');
  });

  it.each([
    ['planned', 'round-not-open'],
    ['closed', 'round-closed'],
    ['missed', 'round-closed'],
  ] as const)('not of a round that is %s: %s', (state, code) => {
    expect(answered(asked({ state }), justBefore)).toBe(code);
    expect(reached(asked({ state }), justBefore)).toBe(code);
  });

  it.each(['excused', 'declined'] as const)('not of whoever is %s', (state) => {
    expect(answered(asked({ state: 'open' }, { state }), justBefore)).toBe('visit-ended');
    expect(reached(asked({ state: 'open' }, { state }), justBefore)).toBeUndefined();
  });

  it('not once what was said is withdrawn, though the ledger does not know it yet', () => {
    const withdrawn = asked({ state: 'open' }, { state: 'started' }, { withdrawn: true });
    expect(answered(withdrawn, justBefore)).toBe('visit-ended');
  });

  it('of whoever has answered: answers may be changed', () => {
    const done = asked({ state: 'open' }, { state: 'answered' }, { complete: true });
    expect(answered(done, justBefore)).toBeUndefined();
  });
});

test('an open round asks about the instructors it was opened with, whatever the roster says since', async () => {
  const office = await startOffice();
  await openCourse(office, 1);
  const { round, visits } = await roundOf(office);
  const [visit] = visits;
  if (visit === undefined) throw new Error('no visit');
  const before = await openVisit(office.running.deps, visit);
  await office.imports([participant(1, { ...sellingCourse, instructor_emails: 'new@contoso.example' })]);
  const after = await openVisit(office.running.deps, visit);
  expect(after.training.instructorEmails).toEqual(['new@contoso.example']);
  expect(after.pages).toEqual(before.pages);
  const asked = after.pages.flatMap(({ items }) => items.map(({ key }) => instructorOf(key) ?? ''));
  expect(new Set(asked.filter((one) => one !== ''))).toEqual(
    new Set(round.instructors.map(({ person }) => person)),
  );
  await office.close();
});
